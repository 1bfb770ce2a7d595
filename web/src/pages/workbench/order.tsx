export function ShopOrderPage() { return <main id="main" /> }
