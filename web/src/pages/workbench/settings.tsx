export function ShopSettingsPage() {
  return <main id="main" />
}
