export function ImportsPage() { return <main id="main" /> }
