/** The house's sign: a foundation, and what is built upon it. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable={false}>
      <rect width="32" height="32" rx="7" fill="#175d74" />
      <path d="M7 24h18M10 24v-5h12v5M13 19v-5h6v5M15 14V8h2v6" fill="none" stroke="#fff" strokeWidth="2.4" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}
