import { Outlet } from '@tanstack/react-router'
import { SiteHeader } from './site-header.tsx'

/** Around pages that belong to no market: signing in, the account. */
export function PlainLayout() {
  return (
    <>
      <SiteHeader />
      <Outlet />
    </>
  )
}
