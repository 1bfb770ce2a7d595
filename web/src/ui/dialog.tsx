import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from './button.tsx'
import style from './dialog.module.css'
import { Note } from './note.tsx'
import { uiTexts } from './texts.ts'
import { failureText } from './use-form.ts'

type DialogProps = {
  opened: boolean
  onClose: () => void
  title: string
  children: ReactNode
  footer?: ReactNode
  wide?: boolean
}

/**
 * A window over the page, the browser's own: keeps the focus inside, Escape closes, the page beneath cannot be reached, and the focus
 * goes back to where it came from.
 */
export function Dialog({ opened, ...rest }: DialogProps) {
  return opened ? <Opened {...rest} /> : null
}

function Opened({ onClose, title, children, footer, wide }: Omit<DialogProps, 'opened'>) {
  const t = useTexts(uiTexts)
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // The browser's top layer is outside React.
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
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
        <header className={style.head}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" aria-label={t('close')} onClick={onClose}>
            <IconX size={20} stroke={1.6} aria-hidden="true" />
          </button>
        </header>
        <div className={style.body}>{children}</div>
        {footer !== undefined && <footer className={style.foot}>{footer}</footer>}
      </div>
    </dialog>
  )
}

type ConfirmProps = {
  opened: boolean
  onClose: () => void
  title: string
  /** What follows from it, in words. */
  children: ReactNode
  action: string
  kind?: 'danger' | 'primary'
  /** Does it; a failure is shown here and the dialog stays, as it does for `false`: something is missing yet. */
  onConfirm: () => Promise<unknown>
}

/** Asks before something that cannot be undone, and says what follows. */
export function Confirm({
  opened,
  onClose,
  title,
  children,
  action,
  kind = 'danger',
  onConfirm,
}: ConfirmProps) {
  const t = useTexts(uiTexts)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const confirm = async () => {
    setBusy(true)
    setFailure('')
    try {
      if ((await onConfirm()) !== false) onClose()
    } catch (error) {
      setFailure(failureText(error, t))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t('notNow')}</Button>
          <Button kind={kind} busy={busy} onClick={() => void confirm()}>
            {action}
          </Button>
        </>
      }
    >
      {children}
      {failure !== '' && (
        <Note tone="rust" live className={style.failure}>
          {failure}
        </Note>
      )}
    </Dialog>
  )
}
