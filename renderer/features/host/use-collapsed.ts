import { useCallback, useState } from "react";

const NONE: ReadonlySet<string> = new Set();

interface Folded {
  readonly of: string;
  readonly keys: ReadonlySet<string>;
}

/**
 * What is folded in a tree. A search begins with everything unfolded, so that it hides nothing it found, and what was
 * folded before is folded again after it.
 * @param search what is looked for; "" while nothing is
 */
export function useCollapsed(search: string): readonly [ReadonlySet<string>, (key: string) => void] {
  const [whole, setWhole] = useState(NONE);
  const [found, setFound] = useState<Folded>({ of: "", keys: NONE });
  const keys = search === "" ? whole : found.of === search ? found.keys : NONE;
  const toggle = useCallback(
    (key: string) => {
      if (search === "") setWhole((whole) => toggled(whole, key));
      else setFound((found) => ({ of: search, keys: toggled(found.of === search ? found.keys : NONE, key) }));
    },
    [search],
  );
  return [keys, toggle];
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
