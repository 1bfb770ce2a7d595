import { expect, test } from 'vitest'
import { ConfigError, readConfig, settingNames } from './config.ts'

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://u:p@db/jishi',
  PUBLIC_URL: 'https://market.example.com',
  SMTP_URL: 'smtps://mail.example.com',
}

test('the settings of the issue have their defaults', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDir: '.data',
    seed: 'demo',
    publicUrl: 'http://localhost:3000',
  })
  for (const name of [
    'PORT',
    'HOST',
    'DATA_DIR',
    'DATABASE_URL',
    'MEILI_URL',
    'MEILI_KEY',
    'STRIPE_SECRET_KEY',
    'STRIPE_WEBHOOK_SECRET',
    'STRIPE_API_BASE',
    'PUBLIC_URL',
    'SEED',
    'LOG_LEVEL',
  ])
    expect(settingNames).toContain(name)
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['DATABASE_URL', 'mysql://db/x'],
  ['MEILI_URL', 'meili'],
  ['MEILI_KEY', 'changeme'],
  ['STRIPE_SECRET_KEY', 'sk_wrong'],
  ['STRIPE_WEBHOOK_SECRET', 'hook-secret'],
  ['STRIPE_API_BASE', 'ftp://x'],
  ['PUBLIC_URL', 'market'],
  ['PUBLIC_URL', 'https://market.example/shop'],
  ['PUBLIC_URL', 'https://market.example/?a=1'],
  ['PUBLIC_URL', 'https://me:word@market.example'],
  ['PORT', '0x50'],
  ['PORT', '80.5'],
  ['PORT', '-1'],
  ['TRUSTED_PROXIES', 'banana'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '0.0.0.0/0'],
  ['TRUSTED_PROXIES', '10.0.0.1, fe80::/200'],
  ['SEED', 'lorem'],
  ['LOG_LEVEL', 'loud'],
])('a wrong %s is refused by name, and its value is not repeated', (name, value) => {
  let message = ''
  try {
    readConfig({ [name]: value })
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    message = (error as Error).message
  }
  expect(message).toContain(`${name}:`)
  expect(message).not.toContain(value)
})

test.each([
  ['STRIPE_SECRET_KEY', { STRIPE_WEBHOOK_SECRET: 'whsec_1234567890abcdef' }],
  ['STRIPE_SECRET_KEY', { STRIPE_API_BASE: 'http://localhost:1' }],
  ['STRIPE_WEBHOOK_SECRET', { STRIPE_SECRET_KEY: 'sk_test_12345678' }],
  ['MEILI_KEY', { MEILI_URL: 'http://localhost:7700' }],
  ['MEILI_URL', { MEILI_KEY: 'a-key-of-sixteen-letters' }],
])('half a setting is not quietly left aside: %s is asked for', (name, given) => {
  expect(() => readConfig(given)).toThrow(`${name}: is required`)
})

test('proxies are named by address, block or Fastify’s names', () => {
  const given = 'loopback, 10.0.0.0/8, ::1, fd00::/8'
  expect(readConfig({ TRUSTED_PROXIES: given }).trustedProxies).toHaveLength(4)
})

test('an empty variable counts as not set', () => {
  expect(readConfig({ STRIPE_SECRET_KEY: '', PORT: '' }).port).toBe(3000)
})

test.each(['DATABASE_URL', 'PUBLIC_URL', 'SMTP_URL'])('production does not start without %s', (name) => {
  expect(() => readConfig({ ...production, [name]: '' })).toThrow(`${name}:`)
})

test('production never fills the database with the demo, and takes no test key', () => {
  expect(readConfig({ ...production, SEED: 'demo' }).seed).toBe('none')
  const keys = { STRIPE_SECRET_KEY: 'sk_test_12345678', STRIPE_WEBHOOK_SECRET: 'whsec_1234567890abcdef' }
  expect(() => readConfig({ ...production, ...keys })).toThrow('STRIPE_SECRET_KEY:')
  expect(() =>
    readConfig({ STRIPE_SECRET_KEY: 'sk_live_12345678', STRIPE_WEBHOOK_SECRET: keys.STRIPE_WEBHOOK_SECRET }),
  ).toThrow('STRIPE_SECRET_KEY:')
  expect(() => readConfig({ STRIPE_SECRET_KEY: 'sk_test_12345678' })).toThrow('STRIPE_WEBHOOK_SECRET:')
})
