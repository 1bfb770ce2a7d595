/** The shield of a verified identity. Say beside it, or in `label`, what was verified. */
export function Shield({ size = 13, label }: { size?: number; label: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role="img"
      aria-label={label}
      style={{ flex: 'none', color: 'var(--sea-500)' }}
    >
      <path
        d="M8 .8l6 2.100v4.600c0 3.700-2.500 6.300-6 7.700-3.500-1.400-6-4-6-7.700V2.900z"
        fill="currentColor"
      />
      <path
        d="M5 7.900l2.200 2.200L11.200 6"
        fill="none"
        stroke="#fff"
        strokeWidth="1.600"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
