import { createContext, useContext } from 'react'
import type { ReviewRemark } from '#shared/catalogue/views.ts'
import type { Currency } from '#shared/money.ts'
import type { EditorDraft } from './editor-draft.ts'
import type { EditorProblem } from './judge.ts'

export type Editor = {
  draft: EditorDraft
  change: (values: Partial<EditorDraft>) => void
  problems: readonly EditorProblem[]
  remarks: readonly ReviewRemark[]
  /** Problems stand at their fields only after somebody tried to save: a new form does not begin in red. */
  shown: boolean
  locked: boolean
  /** The product exists: its stock is changed elsewhere. */
  saved: boolean
  currency: Currency
}

export const EditorContext = createContext<Editor | null>(null)

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (editor === null) throw new Error('Editor context is missing above this component')
  return editor
}
