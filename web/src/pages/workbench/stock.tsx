export function StockPage() { return <main id="main" /> }
