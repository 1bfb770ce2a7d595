/** Names of the cookies of a browser's session. */
export type SessionCookies = { access: string; refresh: string; device: string; secure: boolean }

/**
 * With `__Host-` a browser takes a cookie over https only, for this very host, so no sister host can set or read it. On this machine there
 * is no https: plain names, and only when the public URL says so. The other spelling is never read: where there is https, a plain
 * `at` could have been planted by anybody who holds a name below the same domain, and would sign its reader in as somebody else.
 */
export function sessionCookies(publicUrl: string): SessionCookies {
  const local = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(publicUrl)
  const prefix = local ? '' : '__Host-'
  return { access: `${prefix}at`, refresh: `${prefix}rt`, device: `${prefix}dv`, secure: !local }
}
