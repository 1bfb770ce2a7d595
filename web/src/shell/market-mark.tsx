/** The house with the swallow-tail ridge: Jishi's mark. */
export function MarketMark({ size = 40 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 40 40"
      aria-hidden="true"
      style={{ flex: 'none', display: 'block' }}
    >
      <rect width="40" height="40" rx="8" fill="#B5432A" />
      <path
        d="M5.5 9c3.8 4.3 8.6 5.8 14.5 5.8S30.7 13.300 34.500 9"
        fill="none"
        stroke="#fff"
        strokeWidth="2.600"
        strokeLinecap="round"
      />
      <path d="M11.500 18h17l3.800 5.200H7.700z" fill="#fff" />
      <path
        d="M10.800 25.400h18.400v6.300h-6.100v-2.500a3.100 3.100 0 00-6.200 0v2.500h-6.100z"
        fill="#fff"
      />
    </svg>
  )
}
