import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { inLanguage } from '#web/src/paths.ts'
import { useLocale } from '#web/src/texts/texts.ts'

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** A path from `paths`, without the language. */
  to: string
  /** Replaces the entry in the history: filters of a list. */
  replace?: boolean
  /** Keeps the scroll position: what changes is on screen. */
  keepScroll?: boolean
}

/** A link inside the site: a real `a`, so that it opens in a new tab and works before the script has come. Data is asked for on hover. */
export function Link({ to, replace, keepScroll, onClick, children, ...rest }: LinkProps) {
  const router = useRouter()
  const href = inLanguage(useLocale(), to)
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !plain || rest.target !== undefined) return
    event.preventDefault()
    void router.navigate({ href, replace: replace ?? false, resetScroll: !keepScroll })
  }
  const prepare = () => void router.preloadRoute({ to: href, href }).catch(() => undefined)
  return (
    <a {...rest} href={href} onClick={follow} onPointerEnter={prepare}>
      {children}
    </a>
  )
}

/** Goes to a path from `paths`. */
export function useGo(): (
  to: string,
  options?: { replace?: boolean; keepScroll?: boolean },
) => Promise<void> {
  const router = useRouter()
  const locale = useLocale()
  return (to, options) =>
    router.navigate({
      href: inLanguage(locale, to),
      replace: options?.replace ?? false,
      resetScroll: !options?.keepScroll,
    })
}
