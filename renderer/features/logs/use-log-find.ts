import { type KeyboardEvent, useRef, useState } from "react";
import { chordOf } from "../../app/keys.ts";
import type { LogFeed } from "./log-feed.ts";
import { useLogSearch } from "./use-log-search.ts";

/** What is looked for in the log, and where find stands. */
export function useLogFind(feed: LogFeed, version: number) {
  const field = useRef<HTMLInputElement>(null);
  const [query, setText] = useState("");
  const [reveal, setReveal] = useState<{ readonly line: number } | null>(null);
  const search = useLogSearch(feed, version, query);
  const { store } = feed;
  const held = reveal !== null && reveal.line >= store.first && reveal.line < store.end;
  const current = held ? reveal.line : null;
  return {
    field,
    query,
    search,
    current,
    reveal,
    setQuery: (text: string) => {
      setText(text);
      setReveal(null);
    },
    /** The first step goes to the newest match: that is where a reader stands. */
    step: (step: 1 | -1) => {
      const line = current === null ? search.previous(store.end) : stepFrom(current);
      if (line !== undefined) setReveal({ line });
      function stepFrom(from: number) {
        return step === 1 ? search.next(from) : search.previous(from);
      }
    },
    onKey: (event: KeyboardEvent) => {
      if (chordOf(event.nativeEvent) !== "ctrl+f") return;
      event.preventDefault();
      field.current?.select();
    },
  };
}
