export function SettlementPage() {
  return <main id="main" />
}
