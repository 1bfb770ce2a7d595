/** Letters and digits that neither look nor sound alike: no 0 O, 1 I L, 5 S, 8 B, 2 Z, U V, and none of B C D E G P T together. */
const alphabet = '34679AFHKMNQRWXY'

/**
 * A transfer reference like `JS-7K4M-92WX-F`: eight characters of chance (32 bits) and one that checks them, so that a wrong
 * letter or two swapped neighbours are noticed when it is typed in.
 */
export function paymentReference(chance: Uint8Array): string {
  const body = [...chance.slice(0, 8)].map((byte) => alphabet.charAt(byte % 16)).join('')
  return `JS-${body.slice(0, 4)}-${body.slice(4)}-${checkCharacter(body)}`
}

/** The reference inside what a payer wrote, however spaced or cased, or null when there is none that checks. */
export function readReference(text: string): string | null {
  const compact = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  for (const [, body = '', check] of compact.matchAll(
    new RegExp(`(?=JS([${alphabet}]{8})([${alphabet}]))`, 'g'),
  )) {
    if (checkCharacter(body) === check) return `JS-${body.slice(0, 4)}-${body.slice(4)}-${check}`
  }
  return null
}

// Weights are odd, so invertible modulo 16: one wrong character always shows. Neighbours differ by 2, so nearly every swap does.
function checkCharacter(body: string): string {
  const sum = [...body].reduce(
    (total, letter, index) => total + alphabet.indexOf(letter) * (2 * index + 1),
    7,
  )
  return alphabet.charAt(sum % 16)
}
