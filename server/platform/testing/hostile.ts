type Path = readonly (string | number)[]

/** Numbers as somebody might write them where a whole number of a few digits is wanted; each is refused wherever one is. */
export const hostileNumbers: readonly (readonly [name: string, json: string])[] = [
  ['one and a half', '1.5'],
  ['nearly whole', '0.9999999999'],
  ['minus one and a half', '-1.5'],
  ['infinity', '1e309'],
  ['minus infinity', '-1e309'],
  ['beyond the safe integers', '9007199254740993'],
  ['two to the sixty-third', '9223372036854775808'],
  ['below every bound', '-9007199254740992'],
  ['text', '"5"'],
  ['text in hexadecimal', '"0x10"'],
  ['an Arabic digit', '"٥"'],
  ['nothing', 'null'],
  ['true', 'true'],
  ['a list', '[5]'],
  ['an object', '{"valueOf":5}'],
]

/** What a text of a person never holds: characters that are not seen, or that make it read as another. */
export const hostileTexts: readonly (readonly [name: string, text: string])[] = [
  ['NUL', '\u0000'],
  ['half a surrogate pair', '\ud800'],
  ['the other half', '\udc00'],
  ['right-to-left override', '\u202e'],
  ['an isolate', '\u2066'],
  ['a zero-width space', '\u200b'],
  ['escape', '\u001b'],
  ['a byte order mark', '\ufeff'],
]

/** The paths to the leaves of a value: numbers, texts, or everything that is no object or list. */
export function leavesOf(value: unknown, kind: 'number' | 'string' | 'any', path: Path = []): Path[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, member]) =>
      leavesOf(member, kind, [...path, Array.isArray(value) ? Number(key) : key]),
    )
  return kind === 'any' || typeof value === kind ? [path] : []
}

/** A copy of the value with another leaf at the path. */
export function withLeaf(value: unknown, path: Path, leaf: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return leaf
  if (Array.isArray(value))
    return value.map((member, index) => (index === step ? withLeaf(member, rest, leaf) : member))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, key === step ? withLeaf(member, rest, leaf) : member]),
  )
}

/** Media types that are JSON, that look like it, and that are not. */
export const mediaTypes: readonly string[] = [
  'application/json;charset=utf-7',
  ' application/json',
  'application/json ',
  'application/json\t',
  'APPLICATION/JSON',
  'application/json;',
  'application/json; x=y',
  'application/jsonx',
  'application/vnd.api+json',
  'application/problem+json',
  'text/json',
  'text/plain',
  'text/plain;application/json',
  'text/html',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/xml',
  '*/*',
  'json',
  'application',
  'application/',
  '/json',
  'application/json, text/plain',
  'text/plain, application/json',
  'application/json\u00a0',
  'application\\json',
  'application/json+text',
  'application/octet-stream',
  'image/png',
]

/** What strangers write into a query, as it stands in a URL. */
export const hostileParameters: readonly string[] = [
  '%00',
  '%EF%BF%BF',
  '%27%20or%201%3D1--',
  '%5C%27%3B%20drop%20table%20shops%3B--',
  '-1',
  '0',
  '1e309',
  'NaN',
  '99999999999999999999',
  '1.5',
  '%E2%80%AE',
  '%F0%9F%A6%80',
  'x'.repeat(3000),
  '%25',
  '_',
  '%5B%5D',
  '__proto__',
  'true',
  'null',
  '%ED%A0%80',
]

/** Positions in lists that nobody was given. */
export const hostileCursors: readonly string[] = [
  ...[
    '["x","y"]',
    '["2026-11-24T00:00:00Z","a"]',
    '["0000-00-00T00:00:00Z","a"]',
    '["9999999-01-01","a"]',
    '[1]',
    '["x"]',
    '["\\u0000"]',
    '["1e99"]',
    '["NaN"]',
    '["-1"]',
    '["\\u0000","\\u0000"]',
    '{}',
    'null',
    '[]',
    '["99999999999999"]',
  ].map((text) => Buffer.from(text).toString('base64url')),

  'ord_x',
  '2026-99-99T99:99Z~00000000-0000-0000-0000-000000000000~1',
  '2026-11-24T00:00:00Z~------------------------------------~1',
  '2026-11-24T00:00:00Z~00000000-0000-0000-0000-000000000000~99999999999',
]

/** Other spellings of a path that name something else or nothing. */
export const misspelt = (path: string): string[] => [
  `/${path}`,
  `${path}/`,
  path.replace('/orders', '//orders'),
  path.replace('orders', '%6Frders').replace('/v1', '/%76%31/..'),
  path.toUpperCase(),
  path.replace('/orders', '/orders;x=1'),
  path.replace('/orders', '\\orders'),
  `${path}%00`,
  `${path}.`,
  `${path}%2e`,
  path.replace('/api', '/api/.'),
]
