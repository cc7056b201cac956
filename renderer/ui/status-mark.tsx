export type StatusShape = "dot" | "ring" | "bars" | "spin" | "diamond";

const LOOKS: Readonly<Record<StatusShape, string>> = {
  dot: "running",
  ring: "quiet",
  bars: "quiet",
  spin: "busy",
  diamond: "failed",
};

/** Each state has a shape of its own; colour only repeats it. */
export function StatusMark({ shape }: { readonly shape: StatusShape }) {
  return (
    <svg
      className={`status-mark ${LOOKS[shape]}`}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      {shape === "dot" && <circle cx="8" cy="8" r="5" fill="currentColor" stroke="none" />}
      {shape === "ring" && <circle cx="8" cy="8" r="4.5" strokeWidth="1.3" />}
      {shape === "bars" && <path d="M5.5 3.5v9M10.5 3.5v9" strokeWidth="2.4" />}
      {shape === "spin" && <path d="M8 3a5 5 0 1 1-5 5" strokeWidth="1.8" strokeLinecap="round" />}
      {shape === "diamond" && <path d="M8 1.8 14.2 8 8 14.2 1.8 8z" fill="currentColor" stroke="none" />}
    </svg>
  );
}
