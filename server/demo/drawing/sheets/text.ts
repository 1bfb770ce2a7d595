import glyphs from './glyphs.json' with { type: 'json' }

/**
 * Text as outlines, so that a label reads the same where no Chinese font is installed. Outlines: Noto Sans SC Medium
 * (SIL Open Font License 1.1, OFL.txt), only the characters labels use.
 */
const table = new Map(
  Object.entries(glyphs).map(([character, [advance, path]]) => [
    character,
    { advance: Number(advance), path: String(path) },
  ]),
)

/** Whether every character of `text` can be drawn. */
export const canWrite = (text: string) =>
  [...text].every((character) => character === ' ' || table.has(character))

export type TextOptions = {
  anchor?: 'start' | 'middle' | 'end'
  spacing?: number
  bold?: boolean
  colour?: string
}

const advanceOf = (character: string) => table.get(character)?.advance ?? (character === ' ' ? 28 : 50)

/** Width of `text` at `size`, in drawing units. */
export const textWidth = (text: string, size: number, spacing = 0) =>
  [...text].reduce((width, character) => width + (advanceOf(character) * size) / 100 + spacing, -spacing)

/** `text` with its baseline at y. Characters without an outline leave their space. */
export function write(text: string, x: number, y: number, size: number, options: TextOptions = {}): string {
  const { anchor = 'start', spacing = 0, bold = false, colour = '#24211E' } = options
  const width = textWidth(text, size, spacing)
  let pen = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x
  const scale = (size / 100).toFixed(3)
  let drawing = ''
  for (const character of text) {
    const path = table.get(character)?.path
    if (path) drawing += `<path transform="translate(${pen.toFixed(1)} ${y}) scale(${scale})" d="${path}"/>`
    pen += (advanceOf(character) * size) / 100 + spacing
  }
  return `<g fill="${colour}"${bold ? ` stroke="${colour}" stroke-width="3.4"` : ''}>${drawing}</g>`
}
