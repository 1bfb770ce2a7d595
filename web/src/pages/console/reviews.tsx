export function ReviewsPage() {
  return <main id="main" />
}
