import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useGo } from '#web/src/ui/link.tsx'
import style from './place.module.css'

type Other = { name: string; note: string; to: string }
type PlaceProps = { name: string; state: string; good: boolean; label: string; others: readonly Other[] }

/** The shop or the market of this console; where there are others, a press leads to them. */
export function Place({ name, state, good, label, others }: PlaceProps) {
  const go = useGo()
  const words = (
    <>
      <i aria-hidden="true">{[...name][0]}</i>
      <span>
        <b>{name}</b>
        <small data-good={good || undefined}>{state === '' ? ' ' : state}</small>
      </span>
    </>
  )
  if (others.length === 0) return <div className={style.place}>{words}</div>
  return (
    <Menu position="bottom-start" width="target" radius={8}>
      <Menu.Target>
        <button type="button" className={style.place} aria-label={`${name}，${label}`}>
          {words}
          <IconChevronDown size={16} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={style.others ?? ''}>
        {others.map((other) => (
          <Menu.Item key={other.to} onClick={() => void go(other.to)}>
            <b>{other.name}</b>
            <small>{other.note}</small>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
