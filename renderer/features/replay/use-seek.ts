import { useRef, useState } from "react";
import { useReplayControl } from "./use-replay-control.ts";

interface Seek {
  /** Where a person wants to be; null once the recording is there. */
  readonly wanted: number | null;
  /** @param positionMs ms from the recording's beginning */
  to(positionMs: number): void;
}

/** One seek at a time: while one is under way, only the last wish is kept. */
export function useSeek(): Seek {
  const control = useReplayControl();
  const [wanted, setWanted] = useState<number | null>(null);
  const latest = useRef<number | null>(null);
  const busy = useRef(false);
  const work = async () => {
    busy.current = true;
    while (latest.current !== null) {
      const positionMs = latest.current;
      latest.current = null;
      await control({ action: "seek", positionMs });
    }
    busy.current = false;
    setWanted(null);
  };
  return {
    wanted,
    to: (positionMs) => {
      latest.current = positionMs;
      setWanted(positionMs);
      if (!busy.current) void work();
    },
  };
}
