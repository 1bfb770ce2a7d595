export function OverviewPage() {
  return <main id="main" />
}
