import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react'
import style from './button.module.css'
import { classes } from './class-names.ts'
import { Link } from './link.tsx'

/**
 * `primary` filled brick: the one thing to do here, once per group. `outline` brick edge: its gentler sister. `plain` neutral edge: all
 * else. `quiet` text only. `danger` rust edge: takes something away. `sea` filled sea: the main act inside a console's panel.
 */
type Look = {
  kind?: 'primary' | 'outline' | 'plain' | 'quiet' | 'danger' | 'sea'
  size?: 's' | 'm' | 'l'
  wide?: boolean
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Look & { busy?: boolean }

/** A button. While `busy` it keeps its size, shows that it works, and cannot be pressed again. */
export function Button({
  kind = 'plain',
  size = 'm',
  wide,
  busy,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      disabled={rest.disabled || busy}
      className={classes(style.button, wide && style.wide, busy && style.busy, className)}
      data-kind={kind}
      data-size={size}
    >
      {children}
    </button>
  )
}

type ButtonLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> &
  Look & { to: string; children: ReactNode }

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ kind = 'plain', size = 'm', wide, className, ...rest }: ButtonLinkProps) {
  return (
    <Link
      {...rest}
      className={classes(style.button, wide && style.wide, className)}
      data-kind={kind}
      data-size={size}
    />
  )
}
