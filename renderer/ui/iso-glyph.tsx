import type { Isolation } from "../../electron/contract/engine.ts";

interface IsoGlyphProps {
  readonly isolation: Isolation;
  readonly size?: 16 | 20;
}

/**
 * The second signal beside colour. Shared kernel: an open, dashed square standing on a long slab. Own kernel: a heavy
 * closed frame with a small square on its own short slab.
 */
export function IsoGlyph({ isolation, size = 16 }: IsoGlyphProps) {
  return (
    <svg
      className={`iso-glyph iso-${isolation}`}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      {isolation === "process" ? (
        <>
          <rect x="6" y="4" width="8" height="8" rx="1" strokeWidth="1.4" strokeDasharray="2.2 1.6" />
          <path d="M1.5 15h17" strokeWidth="3.2" />
        </>
      ) : (
        <>
          <rect x="2.3" y="2.3" width="15.4" height="15.4" rx="2.5" strokeWidth="2.2" />
          <rect x="7" y="6" width="6" height="4.8" rx=".6" fill="currentColor" strokeWidth="1" />
          <path d="M5.5 13.5h9" strokeWidth="2.2" />
        </>
      )}
    </svg>
  );
}
