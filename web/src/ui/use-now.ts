import { useEffect, useState } from 'react'

/** The present moment in milliseconds, each minute anew. Null until the browser has taken over, so that it draws what the server drew. */
export function useNow(): number | null {
  const [now, setNow] = useState<number | null>(null)
  // The clock runs outside React.
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
