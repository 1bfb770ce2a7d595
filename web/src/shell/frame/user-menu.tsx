import { Menu } from '@mantine/core'
import {
  IconArrowsExchange,
  IconCheck,
  IconChevronDown,
  IconDeviceDesktop,
  IconMoon,
  IconSun,
  IconUser,
  IconWorld,
} from '@tabler/icons-react'
import { useRouterState } from '@tanstack/react-router'
import { inLocale } from '#shared/text.ts'
import { usePageContext } from '#web/src/page-context.ts'
import { paths, readLanguage } from '#web/src/paths.ts'
import { useLocale, useTexts } from '#web/src/texts/texts.ts'
import { useGo } from '#web/src/ui/link.tsx'
import { useOtherLanguage } from '../header.tsx'
import { desksOf } from './landing.ts'
import type { Scheme } from './scheme.ts'
import { frameTexts } from './texts.ts'
import style from './user-menu.module.css'

const schemes = [
  ['auto', IconDeviceDesktop],
  ['light', IconSun],
  ['dark', IconMoon],
] as const

/** Who is signed in; account, language and light behind the name. */
export function UserMenu({ scheme, onScheme }: { scheme: Scheme; onScheme: (scheme: Scheme) => void }) {
  const t = useTexts(frameTexts)
  const locale = useLocale()
  const go = useGo()
  const { session } = usePageContext()
  const other = useOtherLanguage()
  const name = session?.person.name ?? ''
  const here = useRouterState({ select: (state) => readLanguage(state.location.pathname).path })
  const elsewhere =
    session === null ? [] : desksOf(session).filter(({ to }) => !`${here}/`.startsWith(`${to}/`))
  return (
    <Menu position="bottom-end" width={220} radius={8}>
      <Menu.Target>
        <button type="button" className={style.who} aria-label={t('account', { name })}>
          <i aria-hidden="true">{[...name][0] ?? ''}</i>
          <span>{name}</span>
          <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className={style.menu ?? ''}>
        <Menu.Item leftSection={<IconUser size={16} stroke={1.6} />} onClick={() => void go(paths.account())}>
          {t('toAccount')}
        </Menu.Item>
        {elsewhere.map((desk) => (
          <Menu.Item
            key={desk.to}
            leftSection={<IconArrowsExchange size={16} stroke={1.6} />}
            onClick={() => void go(desk.to)}
          >
            {t(desk.kind)} · {inLocale(desk.name, locale)}
          </Menu.Item>
        ))}
        <Menu.Item
          leftSection={<IconWorld size={16} stroke={1.6} />}
          component="a"
          href={other}
          hrefLang={locale === 'zh' ? 'en' : 'zh-CN'}
        >
          {t('language')}
        </Menu.Item>
        <Menu.Divider />
        {schemes.map(([value, SchemeIcon]) => (
          <Menu.Item
            key={value}
            closeMenuOnClick={false}
            leftSection={<SchemeIcon size={16} stroke={1.6} />}
            rightSection={scheme === value ? <IconCheck size={16} stroke={1.8} /> : null}
            aria-checked={scheme === value}
            role="menuitemradio"
            onClick={() => onScheme(value)}
          >
            {t(`scheme.${value}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
