export function NewProductPage() { return <main id="main" /> }
export function EditProductPage() { return <main id="main" /> }
