import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { type CSSOptions, defineConfig, type Plugin } from 'vite'
import { precompress } from './build/precompress.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * The server bundle knows which chunks and styles each page needs, so that the first byte of HTML already asks for them.
 * The client is built first (package.json, "build"); in development there is no manifest and nothing to ask for.
 */
function clientManifest(): Plugin {
  const id = 'virtual:client-manifest'
  const file = here('./dist/client/.vite/manifest.json')
  return {
    name: 'jishi-client-manifest',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(source) {
      if (source !== `\0${id}`) return undefined
      return `export default ${existsSync(file) ? readFileSync(file, 'utf8') : '{}'}`
    },
  }
}

// Only woff2 is shipped: every browser that runs this site reads it, and the woff copies would double the build.
const woff2Only: CSSOptions = {
  postcss: {
    plugins: [
      {
        postcssPlugin: 'jishi-woff2-only',
        Declaration: {
          src: (declaration) => {
            const kept = declaration.value.replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '')
            if (kept !== declaration.value) declaration.value = kept
          },
        },
      },
    ],
  },
}

export default defineConfig(({ command, isSsrBuild }) => {
  // What is built is always the production build: half of it made for development, as NODE_ENV in the shell would have it, draws no page.
  if (command === 'build') process.env['NODE_ENV'] = 'production'
  return {
    root: here('.'),
    cacheDir: here('../.vite'),
    resolve: { alias: { '#shared': here('../shared'), '#web': here('.') } },
    plugins: [react(), clientManifest(), ...(isSsrBuild ? [] : [precompress()])],
    css: woff2Only,
    // Fastify writes the nonce of each answer in place of this word.
    html: { cspNonce: '__NONCE__' },
    // The bundle must run where devDependencies are not installed.
    ssr: { noExternal: true },
    // A bundle made for the server asks at run time, and React without this word is the slow one for developers.
    define: isSsrBuild ? { 'process.env.NODE_ENV': '"production"' } : {},
    build: {
      outDir: 'dist/client',
      emptyOutDir: true,
      manifest: !isSsrBuild,
      assetsInlineLimit: 0,
      cssMinify: 'lightningcss',
      target: 'es2022',
      ...(isSsrBuild
        ? {}
        : {
            rolldownOptions: {
              input: { page: here('./index.html'), chinese: here('./src/ui/chinese-type.css') },
              // What every page needs comes in two files, which compress better than fifty and stay in the reader's cache.
              output: {
                codeSplitting: {
                  groups: [
                    {
                      name: 'base',
                      test: /node_modules\/(react|react-dom|scheduler|zod|i18next|@tanstack|use-sync-external-store)\//,
                    },
                    {
                      name: 'storefront',
                      test: /\/(shared\/[a-z]+\.ts|web\/src\/(ui|api|texts|shell)\/|web\/src\/[a-z-]+\.ts)/,
                      minShareCount: 8,
                    },
                  ],
                },
              },
            },
          }),
    },
  }
})
