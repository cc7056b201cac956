import { useCallback, useEffect, useRef, useState } from "react";
import { replaceRoute } from "../../app/router.ts";
import type { HostFilter } from "./host-filter.ts";

/**
 * The filter that is being typed. The address follows it, and leads it when a link or Back changes it. The functions stay the
 * same, so that what uses them is not drawn again with each reading.
 */
export function useHostFilter(container: string | null, find: string, onNarrow: () => void) {
  const [filter, setFilter] = useState<HostFilter>({ container, text: find });
  useEffect(() => setFilter({ container, text: find }), [container, find]);
  const latest = useRef({ filter, onNarrow });
  useEffect(() => {
    latest.current = { filter, onNarrow };
  });
  const narrow = useCallback((part: Partial<HostFilter>) => {
    const next = { ...latest.current.filter, ...part };
    latest.current = { ...latest.current, filter: next };
    latest.current.onNarrow();
    setFilter(next);
    replaceRoute({ screen: "host", container: next.container, find: next.text });
  }, []);
  return {
    filter,
    onText: useCallback((text: string) => narrow({ text }), [narrow]),
    onContainer: useCallback((key: string | null) => narrow({ container: key }), [narrow]),
    onClear: useCallback(() => narrow({ container: null, text: "" }), [narrow]),
  };
}
