/**
 * The network an address belongs to, as counters see it: /24 of IPv4, /64 of IPv6, since whoever has one address of these usually
 * has them all. An IPv4 address mapped into IPv6 counts as IPv4. Anything else is one network of its own.
 */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1] ?? ip
  const four = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(mapped)
  if (four) return `${four[1]}.0/24`
  if (!mapped.includes(':')) return 'unknown'
  const [head = '', tail] = (mapped.split('%')[0] ?? '').toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group || '0', 16).toString(16)).join(':')}::/64`
}
