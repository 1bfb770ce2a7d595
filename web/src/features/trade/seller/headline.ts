import type { TodayView } from '#shared/trade/shapes.ts'
import type { Say } from '#web/src/texts/texts.ts'

type Words =
  | 'head.none'
  | 'head.some'
  | 'head.urgent'
  | 'head.quiet'
  | 'head.parts.overdue'
  | 'head.parts.short'
  | 'head.parts.sentBack'

/** The situation in a sentence: how much there is to do, and how much of it is urgent. */
export function headline(
  today: TodayView | undefined,
  sentBack: number,
  t: Say<Words>,
): { title: string; text: string } | undefined {
  if (today === undefined) return undefined
  const all = today.toShip.count + today.shortages.count + sentBack
  const urgent = today.toShip.overdue + today.shortages.count
  const parts = [
    today.toShip.overdue > 0 && t('head.parts.overdue', { count: today.toShip.overdue }),
    today.shortages.count > 0 && t('head.parts.short', { count: today.shortages.count }),
    sentBack > 0 && t('head.parts.sentBack', { count: sentBack }),
  ].filter((part) => part !== false)
  if (all === 0) return { title: t('head.none'), text: t('head.quiet') }
  return {
    title: urgent > 0 ? t('head.urgent', { count: all, urgent }) : t('head.some', { count: all }),
    text: parts.join(' · '),
  }
}
