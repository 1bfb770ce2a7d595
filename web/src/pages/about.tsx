export function AboutPage() { return <main id="main">about</main> }
