import type { ProductStatus } from '#shared/catalogue/product.ts'

/** What may be done to a product, from which status, and where it leads. The only table of its states. */
export const moves = {
  submit: { from: ['draft', 'sent_back'], to: 'in_review', by: 'seller' },
  retract: { from: ['in_review'], to: 'draft', by: 'seller' },
  approve: { from: ['in_review'], to: 'listed', by: 'reviewer' },
  send_back: { from: ['in_review'], to: 'sent_back', by: 'reviewer' },
  withdraw: { from: ['listed'], to: 'withdrawn', by: 'seller' },
  relist: { from: ['withdrawn'], to: 'listed', by: 'seller' },
  /** A withdrawn product whose title, pictures, attributes or category were changed needs a review before it is back. */
  rewrite: { from: ['withdrawn'], to: 'draft', by: 'seller' },
} as const satisfies Record<
  string,
  { from: readonly ProductStatus[]; to: ProductStatus; by: 'seller' | 'reviewer' }
>
export type Move = keyof typeof moves

/** Whether the move leads anywhere from this status. */
export const leadsFrom = (move: Move, status: ProductStatus): boolean =>
  moves[move].from.some((from) => from === status)

/** Statuses in which a seller may write the product. While a reviewer reads it, nobody changes it. */
export const editable: readonly ProductStatus[] = ['draft', 'sent_back', 'listed', 'withdrawn']
