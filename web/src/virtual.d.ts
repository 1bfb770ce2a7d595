declare module 'virtual:client-manifest' {
  const manifest: import('./assets.ts').Manifest
  export default manifest
}
