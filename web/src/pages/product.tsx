export function ProductPage() { return <main id="main">product</main> }
