import { allowed, type Decision, refused } from '#shared/problem.ts'

/**
 * Words that lists of leaked passwords are made of. Lists hold few passwords of twelve characters and more, and those are such
 * words repeated, joined, or lengthened by digits: the rule below takes a password apart instead of looking it up.
 */
const commonWords =
  `password passw0rd pass word welcome admin administrator letmein login master superman batman dragon monkey
shadow sunshine princess football baseball basketball iloveyou loveyou trustno1 whatever starwars pokemon jordan michael jennifer
jessica charlie thomas daniel ashley bailey freedom hello computer internet secret security access system server database test
testing guest user root default changeme qwerty qwertz azerty asdf zxcvbn abc aaa forever family friends flower summer winter
spring autumn monday friday january october december google facebook twitter taobao alibaba tencent weixin wechat china chinese
beijing shanghai fujian quanzhou woaini woaiwojia zhongguo nihao mima wode caonima aini tiantian xiaoming xiaohong wang zhang
chen liu yang huang zhao zhou ilove love baby angel money silver golden diamond killer hunter ranger soccer hockey tiger lion
eagle falcon cookie cheese chocolate banana orange apple samsung iphone android windows microsoft office manager company business
market wholesale supplier buyer shop store secure private temporary temp demo sample example super mega ultra new my the`
    .split(/\s+/)
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length)

/** Words of this house, in any password a first guess. */
const ownWords = ['jishi', '集市', 'jinjiang', 'shishi', '石狮', '晋江', '泉州']

const keyboardRows = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
]
const walks = keyboardRows.flatMap((row) => [row, [...row].reverse().join('')])

/** The look-alikes that people use: P@ssw0rd reads as password. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll('!', 'i')
    .replace(/(?<=[a-z])0|0(?=[a-z])/g, 'o')
    .replace(/(?<=[a-z])3(?=[a-z])/g, 'e')
    .replace(/(?<=[a-z])1(?=[a-z])/g, 'l')

const repeats = (text: string): boolean => /^(.{1,6}?)\1+.{0,2}$/su.test(text) || new Set(text).size <= 3

/** What is left of the text without runs along a keyboard row or the alphabet. */
function withoutWalks(text: string): string {
  let rest = ''
  for (let at = 0; at < text.length; ) {
    let length = 0
    for (const walk of walks) {
      let step = 3
      while (at + step <= text.length && walk.includes(text.slice(at, at + step))) {
        length = Math.max(length, step)
        step += 1
      }
    }
    if (length === 0) rest += text[at] ?? ''
    at += Math.max(length, 1)
  }
  return rest
}

const without = (text: string, words: readonly string[]): string =>
  words.reduce((rest, word) => (word.length >= 2 ? rest.replaceAll(word, '\u0000') : rest), text)

const lettersLeft = (text: string): number => text.replace(/[\d\s\p{P}\p{S}\u0000]/gu, '').length

/**
 * Whether a password may be set: not one that attackers try first (ASVS 5.0 6.2.4), and not made of what everybody knows about this
 * person (6.2.11). Length is the contract's business. Nothing is demanded about kinds of characters (6.2.5).
 */
export function passwordAllowed(password: string, about: { email: string; name: string }): Decision {
  const text = plain(password)
  if (repeats(text)) return refused('accounts/password-common')
  const personal = [
    about.email.split('@')[0] ?? '',
    ...about.email.split(/[@.]/),
    ...about.name.split(/\s+/),
    ...ownWords,
  ]
    .map((word) => plain(word))
    .filter((word) => word.length >= (/^[\u0020-\u007f]+$/.test(word) ? 4 : 2))
  const impersonal = without(text, personal)
  if (impersonal !== text && impersonal.replaceAll('\u0000', '').length < 8)
    return refused('accounts/password-context')
  const rest = withoutWalks(without(text, commonWords))
  const shortened = rest.length < text.length
  if (shortened && lettersLeft(rest) < 4) return refused('accounts/password-common')
  if (/^\d+$/.test(text) && /^(?:19|20)\d{2}|(?:19|20)\d{2}$/.test(text))
    return refused('accounts/password-common')
  return allowed
}
