export function ReportsPage() { return <main id="main" /> }
