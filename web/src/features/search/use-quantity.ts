import { useEffect, useRef, useState } from 'react'
import { type Choice, quantityOf } from './choice.ts'

/**
 * The buyer's quantity: prices follow each press at once, the URL (and with it the server's order and counts) half a second after the
 * last one.
 */
export function useQuantity(
  choice: Choice,
  change: (choice: Choice) => void,
): [number, (quantity: number) => void] {
  const asked = quantityOf(choice)
  const [shown, setShown] = useState({ asked, quantity: asked })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Another link or the back button has changed the URL: it rules.
  if (shown.asked !== asked) setShown({ asked, quantity: asked })
  // Timers live outside React.
  useEffect(() => () => clearTimeout(timer.current), [])
  const set = (quantity: number) => {
    setShown({ asked, quantity })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => change({ ...choice, quantity }), 500)
  }
  return [shown.quantity, set]
}
