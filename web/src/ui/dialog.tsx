import { Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
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

/** A question over the page. Keeps the focus inside, Escape closes. */
export function Dialog({ opened, onClose, title, children, footer, wide }: DialogProps) {
  const t = useTexts(uiTexts)
  return (
    <Modal.Root opened={opened} onClose={onClose} size={wide ? 880 : 480} centered>
      <Modal.Overlay backgroundOpacity={0.45} color="#24211e" />
      <Modal.Content className={style.content} radius={12}>
        <header className={style.head}>
          <Modal.Title className={style.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('close')} size={44} />
        </header>
        <div className={style.body}>{children}</div>
        {footer !== undefined && <footer className={style.foot}>{footer}</footer>}
      </Modal.Content>
    </Modal.Root>
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
  /** Does it; a failure is shown here and the dialog stays. */
  onConfirm: () => Promise<unknown>
}

/** Asks before something that cannot be undone, and says what follows. */
export function Confirm({ opened, onClose, title, children, action, kind = 'danger', onConfirm }: ConfirmProps) {
  const t = useTexts(uiTexts)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const confirm = async () => {
    setBusy(true)
    setFailure('')
    try {
      await onConfirm()
      onClose()
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
          <Button onClick={onClose}>{t('cancel')}</Button>
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
