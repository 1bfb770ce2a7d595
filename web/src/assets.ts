/** A build's manifest: source module → files (Vite's own format, the part that is read here). */
export type Manifest = Readonly<
  Record<string, { file: string; css?: readonly string[]; imports?: readonly string[]; isEntry?: boolean }>
>

const chineseType = 'src/ui/chinese-type.css'

/**
 * What a page needs beyond the entry: its chunks are asked for at once, its styles stand in the head, and the Chinese type's rules at
 * the end of the body, where they hold nothing back.
 */
export function pageAssets(
  manifest: Manifest,
  module: string | undefined,
  nonce: string,
): { head: string; end: string } {
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const collect = (name: string) => {
    const chunk = manifest[name]
    if (chunk === undefined || scripts.has(chunk.file)) return
    if (!chunk.isEntry) scripts.add(chunk.file)
    for (const style of chunk.css ?? []) if (!chunk.isEntry) styles.add(style)
    for (const other of chunk.imports ?? []) collect(other)
  }
  if (module !== undefined) collect(module)
  const chinese = manifest[chineseType]?.file
  return {
    head: [
      ...[...styles].map((file) => `<link rel="stylesheet" href="/${file}">`),
      ...[...scripts].map((file) => `<link rel="modulepreload" href="/${file}" nonce="${nonce}">`),
    ].join('\n    '),
    end: chinese === undefined ? '' : `<link rel="stylesheet" href="/${chinese}">`,
  }
}
