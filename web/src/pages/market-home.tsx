export function MarketHomePage() { return <main id="main">market-home</main> }
