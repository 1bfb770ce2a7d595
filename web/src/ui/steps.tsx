import { IconCheck } from '@tabler/icons-react'
import style from './steps.module.css'

/** Where one is in a row of steps: done, now, to come. */
export function Steps({ names, now }: { names: readonly string[]; now: number }) {
  return (
    <ol className={style.steps}>
      {names.map((name, index) => (
        <li
          key={name}
          data-state={index < now ? 'done' : index === now ? 'now' : 'next'}
          aria-current={index === now ? 'step' : undefined}
        >
          <span className={style.circle}>
            {index < now ? <IconCheck size={13} stroke={2.6} aria-hidden="true" /> : index + 1}
          </span>
          <span className={style.name}>{name}</span>
        </li>
      ))}
    </ol>
  )
}
