export function AdmissionsPage() {
  return <main id="main" />
}
