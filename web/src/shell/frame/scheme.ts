import { useEffect, useState } from 'react'

export type Scheme = 'auto' | 'light' | 'dark'
const key = 'jishi-console-scheme'

/** Light, dark, or as the machine has it: chosen per browser, for consoles only. The stylesheet reads it from the frame. */
export function useScheme(): [Scheme, (scheme: Scheme) => void] {
  const [scheme, setScheme] = useState<Scheme>('auto')
  // The browser remembers it, which is outside React; the server does not know it.
  useEffect(() => {
    const kept = localStorage.getItem(key)
    if (kept === 'light' || kept === 'dark') setScheme(kept)
  }, [])
  const choose = (next: Scheme) => {
    setScheme(next)
    if (next === 'auto') localStorage.removeItem(key)
    else localStorage.setItem(key, next)
  }
  return [scheme, choose]
}
