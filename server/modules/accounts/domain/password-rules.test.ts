import { expect, test } from 'vitest'
import { passwordAllowed } from './password-rules.ts'

const about = { email: 'wang.lihua@example.com', name: 'Lihua Wang' }
const judge = (password: string) => {
  const decision = passwordAllowed(password, about)
  return decision.ok ? 'ok' : decision.code
}

test.each([
  'password1234',
  'passwordpassword',
  'P@ssw0rd1234',
  'qwertyuiop12',
  '123456789012',
  'abcdefghijkl',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  'iloveyou1234',
  'woaini123456',
  'letmein12345',
  'welcome20262026',
  '1qaz2wsx3edc',
  'admin-admin-1',
  'sunshine2026!',
])('%s is refused as common', (password) => expect(judge(password)).toBe('accounts/password-common'))

test.each(['wanglihua1234', 'lihua.wang.1', 'jishi-jishi1', 'wang.lihua12'])(
  '%s is refused as being about the person or the house',
  (password) => expect(judge(password)).not.toBe('ok'),
)

test.each([
  'correct horse battery staple',
  '红砖厝边的海风吹过石狮',
  'mXk2-vq9L-77pd',
  '             x              ',
  'tin kettle under rain',
])('%s is accepted', (password) =>
  expect(judge(password)).toBe(password.trim().length === 1 ? 'accounts/password-common' : 'ok'),
)
