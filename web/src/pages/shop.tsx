export function ShopPage() { return <main id="main">shop</main> }
