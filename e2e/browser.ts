import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/**
 * A Chromium for the journeys: the one named by CHROMIUM_PATH, an installed one, or the one inside the npm package, unpacked with
 * its own libraries, so that a bare Linux machine needs nothing.
 */
export async function openBrowser(): Promise<Browser> {
  const found = [process.env['CHROMIUM_PATH'], ...installed].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  )
  return chromium.launch({
    executablePath: found ?? (await unpackPackaged()),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
    ],
  })
}

async function unpackPackaged(): Promise<string> {
  // The package unpacks to the temporary folder, under fixed names: a folder per user keeps two users of one machine apart.
  const own = join(tmpdir(), `jishi-chromium-${process.getuid?.() ?? 0}`)
  await mkdir(own, { recursive: true, mode: 0o700 })
  const before = {
    TMPDIR: process.env['TMPDIR'],
    AWS_LAMBDA_JS_RUNTIME: process.env['AWS_LAMBDA_JS_RUNTIME'],
  }
  process.env['TMPDIR'] = own
  // Makes the package bring the system libraries that a bare machine lacks, as it does where it was made for.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x'
  try {
    const packaged = await import('@sparticuz/chromium')
    const executable = await packaged.default.executablePath()
    await tellFonts(own)
    return executable
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

/**
 * The package's own list of fonts names folders of the machine it was made for. Chromium ends at the first letter when it finds no
 * font at all, so it is told where the package's fonts are, and the machine's where it has some.
 */
async function tellFonts(own: string): Promise<void> {
  const list = join(own, 'jishi-fonts.conf')
  await writeFile(
    list,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(own, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(own, 'fonts-cache')}</cachedir></fontconfig>
`,
  )
  process.env['FONTCONFIG_FILE'] = list
}
