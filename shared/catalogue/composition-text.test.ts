import { expect, test } from 'vitest'
import { compositionText } from './composition-text.ts'

test('a composition written in Chinese reads in English, and one written in English in Chinese', () => {
  const shell = {
    part: '面料',
    fibres: [
      { fibre: '棉', percent: 95 },
      { fibre: '氨纶', percent: 5 },
    ],
  }
  expect(compositionText(shell)).toEqual({
    zh: '面料：棉 95%、氨纶 5%',
    en: 'Shell: cotton 95%, elastane 5%',
  })
  const lining = { part: 'Lining', fibres: [{ fibre: 'Polyester', percent: 100 }] }
  expect(compositionText(lining)).toEqual({ zh: '里料：聚酯纤维 100%', en: 'Lining: Polyester 100%' })
})

test('a name that nobody knows stays as it was written', () => {
  const part = { part: '魔术贴', fibres: [{ fibre: '海藻纤维', percent: 100 }] }
  expect(compositionText(part)).toEqual({ zh: '魔术贴：海藻纤维 100%', en: '魔术贴: 海藻纤维 100%' })
})
