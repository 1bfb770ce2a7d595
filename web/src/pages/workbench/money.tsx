export function ShopMoneyPage() {
  return <main id="main" />
}
