import { useEffect, useState } from "react";

/** The time, renewed every second while `ticking`. For ages and countdowns in sight only. */
export function useNow(ticking = true): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!ticking) return;
    setNow(Date.now());
    const handle = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(handle);
  }, [ticking]);
  return now;
}
