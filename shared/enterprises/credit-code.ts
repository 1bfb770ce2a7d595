/**
 * Unified social credit code 统一社会信用代码 (GB 32100-2015): 1 registering authority, 2 kind of body, 3–8 administrative
 * division, 9–17 subject code (with its own check character at 17, GB 11714), 18 check character.
 */

/** The 31 characters of the code; a character's value is its index. I, O, S, V and Z are not used. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** 3^(i-1) mod 31 for the characters 1 to 17. */
const weights18 = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
/** GB 11714: weights of the characters 9 to 16. */
const weights17 = [3, 7, 9, 10, 5, 8, 4, 2]

const wholeCode = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/**
 * `reject`: not a credit code at all (length, alphabet, division not digits), refuse it.
 * `review`: well formed but the last character does not check: a person compares it with the licence document, since
 * genuine codes of Fujian with a wrong check character exist.
 */
export type CreditCodeCheck = {
  /** The code as it should be stored: half-width, upper case, without blanks and hyphens. */
  code: string
  level: 'ok' | 'review' | 'reject'
  /** Whether character 18 is right (GB 32100). Absent when the code is malformed. */
  check18?: boolean
  /** Whether character 17 is right (GB 11714). Absent when the code is malformed. It informs the reviewer, it does not refuse. */
  check17?: boolean
}

/** Judges a credit code as a person typed or pasted it: full-width characters, blanks, hyphens and lower case are accepted. */
export function checkCreditCode(raw: string): CreditCodeCheck {
  const code = raw
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u200b\ufeff]/gu, '')
    .toUpperCase()
  if (!wholeCode.test(code)) return { code, level: 'reject' }
  const check18 = checkCharacter18(code.slice(0, 17)) === code[17]
  const check17 = checkCharacter17(code.slice(8, 16)) === code[16]
  return { code, level: check18 ? 'ok' : 'review', check18, check17 }
}

/** Appends the check character (GB 32100) to the first 17 characters. Throws when they are not 17 characters of the alphabet. */
export function makeCreditCode(prefix17: string): string {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/.test(prefix17)) {
    throw new Error(`not the first 17 characters of a credit code: ${prefix17}`)
  }
  return prefix17 + checkCharacter18(prefix17)
}

/**
 * A synthetic but well-formed credit code with both check characters right, for the demo world.
 * `first8` is authority, kind and division, e.g. `91350581` for an enterprise in Shishi; `serial` is 0 to 999,999.
 * The subject code begins with MA, as those given to new enterprises do.
 */
export function completeCreditCode(first8: string, serial: number): string {
  if (!Number.isInteger(serial) || serial < 0 || serial > 999_999) {
    throw new Error(`a serial has at most six digits: ${serial}`)
  }
  const subject = `MA${String(serial).padStart(6, '0')}`
  return makeCreditCode(first8 + subject + checkCharacter17(subject))
}

function checkCharacter18(first17: string): string {
  let sum = 0
  for (const [index, weight] of weights18.entries()) sum += alphabet.indexOf(first17.charAt(index)) * weight
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

function checkCharacter17(subject8: string): string {
  let sum = 0
  for (const [index, weight] of weights17.entries())
    sum += Number.parseInt(subject8.charAt(index), 36) * weight
  const rest = 11 - (sum % 11)
  if (rest === 10) return 'X'
  return rest === 11 ? '0' : String(rest)
}
