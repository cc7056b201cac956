import { useEffect, useState } from "react";

/** Often enough to look like growing; where motion is unwanted, as often as everything else here changes. */
const GROW_MS = 100;
const CALM_MS = 1_000;

/** The time, renewed while `ticking`. */
export function useGrowingNow(ticking: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!ticking) return;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    setNow(Date.now());
    const handle = setInterval(() => setNow(Date.now()), calm ? CALM_MS : GROW_MS);
    return () => clearInterval(handle);
  }, [ticking]);
  return now;
}
