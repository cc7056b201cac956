/** The product's mark: one box on the shared slab, one with its own. */
export function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <rect
        x="2.8"
        y="3"
        width="5.4"
        height="7"
        rx="1"
        stroke="var(--isoProcessForeground)"
        strokeWidth="1.5"
        strokeDasharray="2.2 1.5"
      />
      <rect
        x="11.5"
        y="2"
        width="7"
        height="15.5"
        rx="1.5"
        stroke="var(--isoHypervForeground)"
        strokeWidth="2"
      />
      <path d="M1 13.5h8.6M13 13.5h4" stroke="currentColor" strokeWidth="3" />
    </svg>
  );
}
