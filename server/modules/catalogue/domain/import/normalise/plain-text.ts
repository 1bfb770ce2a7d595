const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
}

/** What a description in HTML says, without tags; line breaks where paragraphs end. Text without markup stays as it is. */
export function plainText(text: string): string {
  if (!/<\/?[a-z][^<>]{0,500}>|&(?:[a-z]{2,6}|#\d{1,5});/i.test(text)) return text.trim()
  return text
    .replace(/<(?:script|style)\b[^<>]*>[\s\S]*?<\/(?:script|style)>/gi, '')
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .replace(/&(nbsp|amp|lt|gt|quot|#39);/gi, (_, name: string) => entities[name.toLowerCase()] ?? ' ')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ *\n[\s]*/g, '\n')
    .trim()
}
