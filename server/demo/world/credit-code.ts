// Stands in until shared/enterprises/credit-code.ts (completeCreditCode) is merged; the loader's tests compare both.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

function checkOfSubject(subject: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number.parseInt(subject.charAt(i), 36), 0)
  return '0123456789X'.charAt((11 - (sum % 11)) % 11)
}

function checkOfCode(first17: string): string {
  let weight = 1
  let sum = 0
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/**
 * An invented credit code with both check characters right (GB 32100-2015, GB 11714). `first8` is authority, kind of
 * body and division, e.g. 91350581 for an enterprise of Shishi; `serial` has at most six digits.
 */
export function syntheticCreditCode(first8: string, serial: number): string {
  const subject = `MA${String(serial).padStart(6, '0')}`
  const first17 = first8 + subject + checkOfSubject(subject)
  return first17 + checkOfCode(first17)
}

/** Whether the last character is right. */
export const creditCodeChecks = (code: string) =>
  /^[0-9A-Z]{18}$/.test(code) && checkOfCode(code.slice(0, 17)) === code[17]

/** The same code with a wrong last character: well formed, to be compared with the licence by a person. */
export function misprinted(code: string): string {
  const last = alphabet.indexOf(code.charAt(17))
  return code.slice(0, 17) + alphabet.charAt((last + 1) % alphabet.length)
}
