import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '#web/src/texts/texts.ts'
import { Button } from './button.tsx'
import { uiTexts } from './texts.ts'

/** Copies a text and says so. `what` names it for a screen reader. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const t = useTexts(uiTexts)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 2500)
  }
  return (
    <Button size="s" aria-label={`${copied ? t('copied') : t('copy')} ${what}`} onClick={() => void copy()}>
      {copied ? (
        <IconCheck size={16} stroke={1.8} aria-hidden="true" />
      ) : (
        <IconCopy size={16} stroke={1.6} aria-hidden="true" />
      )}
      {copied ? t('copied') : t('copy')}
    </Button>
  )
}
