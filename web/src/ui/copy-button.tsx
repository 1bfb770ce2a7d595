import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from './button.tsx'
import { uiTexts } from './texts.ts'

/** Copies a text and says so. `what` names it for a screen reader; `slim` leaves the word out. */
export function CopyButton({ text, what, slim }: { text: string; what: string; slim?: boolean }) {
  const t = useTexts(uiTexts)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    // A browser offers the clipboard on secure pages only; elsewhere the text stays there to be selected.
    await navigator.clipboard?.writeText(text)
    setCopied(navigator.clipboard !== undefined)
    setTimeout(() => setCopied(false), 2500)
  }
  return (
    <Button
      size="s"
      kind={slim ? 'quiet' : 'plain'}
      aria-label={`${copied ? t('copied') : t('copy')} ${what}`}
      onClick={() => void copy()}
    >
      {copied ? (
        <IconCheck size={16} stroke={1.8} aria-hidden="true" />
      ) : (
        <IconCopy size={16} stroke={1.6} aria-hidden="true" />
      )}
      {!slim && (copied ? t('copied') : t('copy'))}
    </Button>
  )
}
