/** Small drawings that prints, badges and placed prints share. */

const dinoBody =
  'M0 19C5 19 7 15 9 11C11 5 17 4 20 8C22 11 26 11 28 8C29 4 30 0 34 0C38 0 40 3 38 6L34 7C34 13 33 17 29 19L29 25L25 25L24 20L17 20L16 25L12 25L12 19C8 22 3 22 0 19Z'

export function dinosaur(transform: string, colour: string, eye: string): string {
  return `<g transform="${transform}"><path d="${dinoBody}" fill="${colour}"/><path d="M10 9l1.4-4 3 2.6zM15.4 5.2l2.4-3.6 1.6 4.2z" fill="${colour}"/><circle cx="35" cy="2.6" r=".9" fill="${eye}"/></g>`
}

export function bear(x: number, y: number, scale: number, fur: string, muzzle: string, ink: string): string {
  const ear = (cx: number) =>
    `<circle cx="${cx}" cy="-8" r="4.6" fill="${fur}"/><circle cx="${cx}" cy="-8" r="2.2" fill="${muzzle}"/>`
  return `<g transform="translate(${x} ${y}) scale(${scale})">${ear(-8.5)}${ear(8.5)}<ellipse rx="12" ry="10.6" fill="${fur}"/><ellipse cy="3.6" rx="5.4" ry="4.2" fill="${muzzle}"/><ellipse cy="1.9" rx="1.9" ry="1.4" fill="${ink}"/><circle cx="-5" cy="-1.6" r="1.15" fill="${ink}"/><circle cx="5" cy="-1.6" r="1.15" fill="${ink}"/><path d="M0 3.2V4.8M-2 5.8Q0 7.2 2 5.8" fill="none" stroke="${ink}" stroke-width=".8" stroke-linecap="round"/></g>`
}

export function flower(x: number, y: number, scale: number, petal: string, heart: string): string {
  const petals = [0, 72, 144, 216, 288].map(
    (turn) => `<ellipse cy="-3.4" rx="2.1" ry="2.9" transform="rotate(${turn})" fill="${petal}"/>`,
  )
  return `<g transform="translate(${x} ${y}) scale(${scale})">${petals.join('')}<circle r="1.5" fill="${heart}"/></g>`
}

/** Capital letters of one stroke on a 10 × 14 body: prints need no font. */
const strokes: Record<string, string> = {
  A: 'M0 14L5 0L10 14M1.8 9.4H8.2',
  B: 'M1 0V14M1 0H5.4C9.6 0 9.6 6.6 5.4 6.6H1M5.4 6.6C10.6 6.6 10.6 14 5.4 14H1',
  C: 'M9.4 2.6C6.8 -1.4 0.6 -0.6 0.6 7S6.8 15.4 9.4 11.4',
  D: 'M1 0V14H4C11.4 14 11.4 0 4 0Z',
  E: 'M9 0H1V14H9M1 6.8H7.6',
  G: 'M9.4 2.6C6.8 -1.4 0.6 -0.6 0.6 7S7.4 15.6 9.4 11V7.6H6',
  H: 'M1 0V14M9 0V14M1 7H9',
  I: 'M5 0V14',
  K: 'M1 0V14M9 0L1 8.4M3.8 5.8L9.4 14',
  L: 'M1.6 0V14H9',
  M: 'M0 14V0L5 8.6L10 0V14',
  N: 'M1 14V0L9 14V0',
  O: 'M5 0C-1.4 0 -1.4 14 5 14S11.4 0 5 0Z',
  P: 'M1 14V0H5.4C10.4 0 10.4 7.6 5.4 7.6H1',
  R: 'M1 14V0H5.4C10.2 0 10.2 7 5.4 7H1M5 7L9.6 14',
  S: 'M9 2.4C6.6 -1.2 1 -0.4 1 3.4C1 8.2 9.4 5.8 9.4 10.4C9.4 15 2.6 15 0.6 11.4',
  T: 'M0 0H10M5 0V14',
  U: 'M1 0V9C1 15.6 9 15.6 9 9V0',
  W: 'M0 0L2.6 14L5 4L7.4 14L10 0',
  Y: 'M0 0L5 7L10 0M5 7V14',
}

/** A capital letter centred on x with its foot on y, `height` units tall. */
export function roundedLetter(
  letter: string,
  x: number,
  y: number,
  height: number,
  turn: number,
  colour: string,
  weight: number,
): string {
  const scale = height / 14
  return `<path d="${strokes[letter] ?? ''}" transform="translate(${x} ${y}) rotate(${turn}) translate(${(-5 * scale).toFixed(2)} ${-height}) scale(${scale.toFixed(3)})" fill="none" stroke="${colour}" stroke-width="${(weight / scale / 1.2).toFixed(2)}" stroke-linecap="round" stroke-linejoin="round"/>`
}

/** A word set in the rounded capitals, centred on x. */
export function roundedWord(
  word: string,
  x: number,
  y: number,
  height: number,
  colour: string,
  weight: number,
): string {
  const advance = height * 0.98
  const start = x - ((word.length - 1) * advance) / 2
  return [...word]
    .map((letter, i) => roundedLetter(letter, start + i * advance, y, height, 0, colour, weight))
    .join('')
}
