import { IconBuildingStore, IconLayoutDashboard } from '@tabler/icons-react'
import { useSession } from '#web/src/page-context.ts'
import { useTexts } from '#web/src/texts/texts.ts'
import { Link } from '#web/src/ui/link.tsx'
import { desksOf } from './frame/landing.ts'
import { shellTexts } from './texts.ts'

const icons = { workbench: IconBuildingStore, console: IconLayoutDashboard } as const

/** From the storefront to where the reader works: one link to a shop's workbench and one to a console, for those who have them. */
export function DeskLinks({ className }: { className?: string | undefined }) {
  const t = useTexts(shellTexts)
  const session = useSession()
  const desks = session === null ? [] : desksOf(session)
  const first = (['workbench', 'console'] as const).flatMap(
    (kind) => desks.find((desk) => desk.kind === kind) ?? [],
  )
  return first.map(({ kind, to }) => {
    const Icon = icons[kind]
    return (
      <Link key={kind} to={to} className={className} aria-label={t(`menu.${kind}`)}>
        <Icon size={20} stroke={1.6} aria-hidden="true" />
        <span>{t(`menu.${kind}`)}</span>
      </Link>
    )
  })
}
