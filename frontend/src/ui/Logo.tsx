/** The mark: three threads that hold one another. */
export function Logo({ size = 30 }: { size?: number }) {
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      aria-hidden="true"
      fill="none"
      strokeWidth="2.6"
      strokeLinecap="round"
    >
      <path d="M6.5 25.5 16 7l9.5 18.5" stroke="var(--accent)" strokeLinejoin="round" />
      <path d="M4 12.5c7 0 9 9.5 12 9.500s5-9.5 12-9.5" stroke="var(--signal)" />
      <circle cx="16" cy="7" r="3.4" fill="var(--accent)" />
      <circle cx="6.5" cy="25.5" r="3.4" fill="var(--accent)" />
      <circle cx="25.5" cy="25.5" r="3.4" fill="var(--accent)" />
    </svg>
  )
}
