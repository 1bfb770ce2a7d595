import { describe, expect, it } from 'vitest'
import { cellKey, coloursOf, emptyDraft, generate, sizesOf, toDraft } from './editor-draft.ts'

const blue = { zh: '雾蓝', en: 'Mist blue', hex: '#8fa9bd' }
const oat = { zh: '燕麦', en: 'Oat', hex: null }

describe('the matrix of a product that is written', () => {
  it('has a cell for every colour and size', () => {
    const skus = generate([], [blue, oat], ['90', '100'], new Set())
    expect(skus.map((sku) => [sku.colour.zh, sku.size])).toEqual([
      ['雾蓝', '90'],
      ['雾蓝', '100'],
      ['燕麦', '90'],
      ['燕麦', '100'],
    ])
  })
  it('keeps what was written in a cell when a size is added, and leaves out what was taken out', () => {
    const first = generate([], [blue], ['90'], new Set()).map((sku) => ({
      ...sku,
      stock: 60,
      barcode: '69012345',
    }))
    const more = generate(first, [blue], ['90', '100', '110'], new Set([cellKey('雾蓝', '110')]))
    expect(more.map((sku) => [sku.size, sku.stock, sku.barcode])).toEqual([
      ['90', 60, '69012345'],
      ['100', 0, null],
    ])
  })
  it('gives goods without colours one row and goods without sizes one column', () => {
    expect(generate([], [], ['90', '100'], new Set())).toHaveLength(2)
    expect(generate([], [blue], [], new Set()).map((sku) => sku.size)).toEqual([''])
    expect(generate([], [], [], new Set())).toEqual([])
  })
  it('reads its colours and sizes back in their order', () => {
    const skus = generate([], [oat, blue], ['100', '90'], new Set())
    expect(coloursOf(skus)).toEqual([oat, blue])
    expect(sizesOf(skus)).toEqual(['100', '90'])
  })
})

describe('a draft as it is sent', () => {
  it('says nought for every figure that is missing, which the contract refuses', () => {
    const sent = toDraft(emptyDraft('childrens-hoodies'))
    expect([sent.moq, sent.tiers[0]?.unitPrice]).toEqual([0, 0])
  })
  it('carries no price per SKU when the price goes by quantity', () => {
    const skus = generate([], [blue], ['90'], new Set()).map((sku) => ({ ...sku, unitPrice: 990 }))
    expect(toDraft({ ...emptyDraft('x'), skus }).skus[0]?.unitPrice).toBeNull()
    expect(toDraft({ ...emptyDraft('x'), skus, quoteMode: 'by-sku' }).skus[0]?.unitPrice).toBe(990)
  })
})
