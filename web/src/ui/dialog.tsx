import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import style from './dialog.module.css'

type DialogProps = {
  title: string
  closeLabel: string
  onClose: () => void
  children: ReactNode
  wide?: boolean
}

/** A window over the page, the browser's own: keeps focus inside, Escape closes, the page beneath cannot be reached. Shown while mounted. */
export function Dialog({ title, closeLabel, onClose, children, wide }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // The browser's top layer is outside React.
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the window closes it; Escape does so for the keyboard.
    <dialog
      ref={dialog}
      className={style.dialog}
      data-wide={wide || undefined}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={style.box}>
        <header>
          <h2 id={titleId}>{title}</h2>
          <button type="button" aria-label={closeLabel} onClick={onClose}>
            <IconX size={20} stroke={1.6} aria-hidden="true" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
