/** The mark: two centres and what they make together, held by one thread. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      aria-hidden="true"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M5 25V11l11 9 11-9v14" stroke="var(--accent)" strokeWidth="3.2" />
      <path d="M3.5 7.5C10 7.5 11 14.5 16 14.500S22 7.5 28.5 7.5" stroke="var(--signal)" strokeWidth="3.2" />
      <circle cx="5" cy="25" r="3" fill="var(--accent)" />
      <circle cx="27" cy="25" r="3" fill="var(--accent)" />
    </svg>
  )
}
