export function ReviewPage() {
  return <main id="main" />
}
