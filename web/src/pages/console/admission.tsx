export function AdmissionPage() {
  return <main id="main" />
}
