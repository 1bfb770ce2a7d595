import { IconCheck, IconX } from '@tabler/icons-react'
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react'
import style from './toasts.module.css'

type Toast = { text: string; kind?: 'done' | 'failed'; action?: ReactNode }
type Shown = Toast & { id: number }

const Show = createContext<(toast: Toast) => void>(() => undefined)

/** Says briefly that something was done or has failed; a screen reader hears it. Never the only place where a result can be seen. */
export const useToast = (): ((toast: Toast) => void) => useContext(Show)

/** Holds the toasts of the page, three at most. */
export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([])
  const serial = useRef(0)
  const drop = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const show = useCallback(
    (toast: Toast) => {
      serial.current += 1
      const id = serial.current
      setToasts((all) => [...all.slice(-2), { ...toast, id }])
      setTimeout(() => drop(id), toast.kind === 'failed' ? 10_000 : 6_000)
    },
    [drop],
  )
  return (
    <Show value={show}>
      {children}
      <div className={style.stack} role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className={style.toast} data-kind={toast.kind ?? 'done'}>
            {toast.kind === 'failed' ? (
              <IconX size={18} aria-hidden="true" />
            ) : (
              <IconCheck size={18} aria-hidden="true" />
            )}
            <span>{toast.text}</span>
            {toast.action}
          </div>
        ))}
      </div>
    </Show>
  )
}
