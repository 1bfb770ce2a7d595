import { StringDecoder } from 'node:string_decoder'
import { SaxesParser } from 'saxes'
import { type Refusal, refusal } from './sheet.ts'
import type { Archive } from './zip.ts'

/** What a reader of one XML part wants to hear. Names come without their namespace prefix. */
export type XmlReader = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
  /** Asked after every piece: a refusal ends the reading. */
  readonly refused?: () => Refusal | null
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Streams one XML part through `reader`. Document type declarations are refused outright, so that there are no
 * entities to expand (reliability.md U5); broken XML is a damaged file.
 */
export async function readXml(archive: Archive, part: string, reader: XmlReader): Promise<Refusal | null> {
  const parser = new SaxesParser()
  const decoder = new StringDecoder('utf8')
  const state: { refused: Refusal | null } = { refused: null }
  const refuse = (reason: Refusal): void => {
    state.refused ??= reason
  }
  parser.on('doctype', () => refuse(refusal('catalogue/import-xml-declarations')))
  parser.on('error', () => refuse(refusal('catalogue/import-file-damaged')))
  parser.on('opentag', (tag) => {
    if (!state.refused) reader.open?.(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    if (!state.refused) reader.close?.(localName(tag.name))
  })
  const text = (written: string): void => {
    if (!state.refused) reader.text?.(written)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  const read = await archive.read(part, (piece) => {
    const written = decoder.write(piece)
    // The declaration itself is the attack, and it may be long: it is refused when it starts, not when it ends.
    if (written.includes('<!DOCTYPE') || written.includes('<!ENTITY'))
      refuse(refusal('catalogue/import-xml-declarations'))
    if (!state.refused) parser.write(written)
    state.refused ??= reader.refused?.() ?? null
    return state.refused === null
  })
  if (state.refused ?? read) return state.refused ?? read
  parser.write(decoder.end()).close()
  return state.refused
}
