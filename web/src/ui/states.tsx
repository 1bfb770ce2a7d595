import { IconCloudOff, IconMoodEmpty } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import style from './states.module.css'

type StateProps = {
  title: string
  children?: ReactNode
  actions?: ReactNode
  icon?: ReactNode
  level?: 1 | 2
}

/** Nothing here, and what can be done about it. */
export function Empty({ title, children, actions, icon, level = 2 }: StateProps) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <div className={style.state}>
      <span className={style.icon}>
        {icon ?? <IconMoodEmpty size={36} stroke={1.4} aria-hidden="true" />}
      </span>
      <Title>{title}</Title>
      {children !== undefined && <div className={style.text}>{children}</div>}
      {actions !== undefined && <div className={style.actions}>{actions}</div>}
    </div>
  )
}

/** Something failed: what, and the way on. */
export function Failure({ title, children, actions, level = 2 }: StateProps) {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <div className={style.state} role="alert">
      <span className={style.icon}>
        <IconCloudOff size={36} stroke={1.4} aria-hidden="true" />
      </span>
      <Title>{title}</Title>
      {children !== undefined && <div className={style.text}>{children}</div>}
      {actions !== undefined && <div className={style.actions}>{actions}</div>}
    </div>
  )
}

/** A grey place of the size of what is coming. */
export function Placeholder({ height, width }: { height: number | string; width?: number | string }) {
  return <span className={style.placeholder} style={{ height, width }} aria-hidden="true" />
}
