/** A gate in a channel, half lifted. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <rect x="1" y="1" width="18" height="18" rx="5" fill="var(--mantine-primary-color-filled)" />
      <path
        d="M6 4.5v11M14 4.5v11M6 8h8M6 5h8"
        stroke="#fff"
        strokeWidth="1.8"
        strokeLinecap="round"
        fill="none"
      />
      <path d="M6.9 13.2q1.6-1.4 3.1 0t3.1 0" stroke="#fff" strokeWidth="1.4" fill="none" />
    </svg>
  );
}
