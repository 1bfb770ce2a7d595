export function MarketsPage() { return <main id="main">markets</main> }
