import { Drawer as MantineDrawer } from '@mantine/core'
import type { ReactNode } from 'react'
import style from './drawer.module.css'
import { Mantine } from './mantine.tsx'

type SheetProps = {
  opened: boolean
  onClose: () => void
  title: string
  aside?: ReactNode
  footer?: ReactNode
  children: ReactNode
  closeLabel: string
  side?: 'bottom' | 'left' | 'right'
}

/** A sheet over the page: from below on a phone (filters), from the side (navigation). Keeps focus inside, Escape closes. */
export function Sheet({
  opened,
  onClose,
  title,
  aside,
  footer,
  children,
  closeLabel,
  side = 'bottom',
}: SheetProps) {
  return (
    <Mantine>
      <MantineDrawer.Root
        classNames={{ content: style.content }}
        data-side={side}
        opened={opened}
        onClose={onClose}
        position={side}
        size={side === 'bottom' ? 'calc(100dvh - 64px)' : '320px'}
      >
        <MantineDrawer.Overlay backgroundOpacity={0.45} color="#24211e" />
        <MantineDrawer.Content>
          <header className={style.head}>
            <MantineDrawer.Title className={style.title}>{title}</MantineDrawer.Title>
            {aside}
            <MantineDrawer.CloseButton aria-label={closeLabel} size={44} className={style.close} />
          </header>
          <div className={style.body}>{children}</div>
          {footer !== undefined && <footer className={style.foot}>{footer}</footer>}
        </MantineDrawer.Content>
      </MantineDrawer.Root>
    </Mantine>
  )
}
