import { isIP } from 'node:net'
import { z } from 'zod'

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'must be a port number from 0 to 65535' })
  .transform(Number)
  .refine((value) => value <= 65_535, { error: 'must be a port number from 0 to 65535' })

/** An address, a CIDR block, or one of the names that Fastify knows. */
function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return (
    bits === undefined ||
    (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128))
  )
}
const secret = (min: number) =>
  z
    .string()
    .min(min)
    .refine((text) => !/^(changeme|change-me|placeholder|secret|password|xxx+)$/i.test(text), {
      error: 'is a placeholder',
    })

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  MEILI_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEILI_KEY: secret(16).optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w{8,}$/, { error: 'must look like sk_test_… or sk_live_…' })
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w{16,}(,whsec_\w{16,})*$/, { error: 'must look like whsec_…, or whsec_…,whsec_…' })
    .optional(),
  STRIPE_API_BASE: z.url({ protocol: /^https?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Jishi <no-reply@localhost>'),
  SEED: z.enum(['demo', 'none']).default('demo'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Addresses or CIDR blocks of the reverse proxies in front, separated by commas. Without it no forwarded header is believed. */
  TRUSTED_PROXIES: z.string().default(''),
})

/** Names of all settings, for checks of what hands them over. */
export const settingNames: readonly string[] = Object.keys(Environment.shape)

export type Config = Readonly<{
  production: boolean
  test: boolean
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  meili: { url: string; key: string } | undefined
  stripe: { secretKey: string; webhookSecret: string; apiBase: string | undefined } | undefined
  publicUrl: string
  smtpUrl: string | undefined
  mailFrom: string
  seed: 'demo' | 'none'
  logLevel: z.infer<typeof Environment>['LOG_LEVEL']
  trustedProxies: readonly string[]
}>

export class ConfigError extends Error {}

/**
 * Reads the settings from the environment, once, at start. Throws ConfigError that names each wrong variable and the rule,
 * never its value: a value may be a secret.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  const faults: string[] = []
  if (!parsed.success) {
    for (const issue of parsed.error.issues) faults.push(`${issue.path.join('.')}: ${issue.message}`)
    throw new ConfigError(faults.join('\n'))
  }
  const env = parsed.data
  const production = env.NODE_ENV === 'production'
  if (env.MEILI_URL && !env.MEILI_KEY) faults.push('MEILI_KEY: is required when MEILI_URL is set')
  if (env.MEILI_KEY && !env.MEILI_URL) faults.push('MEILI_URL: is required when MEILI_KEY is set')
  if (env.STRIPE_WEBHOOK_SECRET && !env.STRIPE_SECRET_KEY)
    faults.push('STRIPE_SECRET_KEY: is required when STRIPE_WEBHOOK_SECRET is set')
  if (env.STRIPE_API_BASE && !env.STRIPE_SECRET_KEY)
    faults.push('STRIPE_SECRET_KEY: is required when STRIPE_API_BASE is set')
  const site = env.PUBLIC_URL === undefined ? null : new URL(env.PUBLIC_URL)
  if (site !== null && site.href !== `${site.origin}/`)
    faults.push('PUBLIC_URL: must be scheme, host and port only, e.g. https://market.example.com')
  const proxies = env.TRUSTED_PROXIES.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (!proxies.every(isProxy))
    faults.push('TRUSTED_PROXIES: must be addresses or CIDR blocks, separated by commas')
  if (env.STRIPE_SECRET_KEY && !env.STRIPE_WEBHOOK_SECRET)
    faults.push('STRIPE_WEBHOOK_SECRET: is required when STRIPE_SECRET_KEY is set')
  if (!production && env.STRIPE_SECRET_KEY?.includes('_live_'))
    faults.push('STRIPE_SECRET_KEY: a live key is accepted with NODE_ENV=production only')
  if (production && env.STRIPE_SECRET_KEY?.includes('_test_') && !env.STRIPE_API_BASE)
    faults.push('STRIPE_SECRET_KEY: a test key is refused with NODE_ENV=production')
  if (production && !env.PUBLIC_URL) faults.push('PUBLIC_URL: is required with NODE_ENV=production')
  if (production && env.PUBLIC_URL?.startsWith('http:') && !env.PUBLIC_URL.startsWith('http://localhost'))
    faults.push('PUBLIC_URL: must be https with NODE_ENV=production')
  if (production && !env.DATABASE_URL) faults.push('DATABASE_URL: is required with NODE_ENV=production')
  if (production && !env.SMTP_URL) faults.push('SMTP_URL: is required with NODE_ENV=production')
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))
  return Object.freeze({
    production,
    test: env.NODE_ENV === 'test',
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    meili: env.MEILI_URL && env.MEILI_KEY ? { url: env.MEILI_URL, key: env.MEILI_KEY } : undefined,
    stripe:
      env.STRIPE_SECRET_KEY && env.STRIPE_WEBHOOK_SECRET
        ? {
            secretKey: env.STRIPE_SECRET_KEY,
            webhookSecret: env.STRIPE_WEBHOOK_SECRET,
            apiBase: env.STRIPE_API_BASE,
          }
        : undefined,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    seed: production ? 'none' : env.SEED,
    logLevel: env.LOG_LEVEL,
    trustedProxies: proxies,
  })
}
