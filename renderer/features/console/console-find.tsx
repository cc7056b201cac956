import { useEffect, useRef, useState } from "react";
import { consoleStrings } from "../../strings/console.ts";
import { StreamFind } from "../../ui/stream-find.tsx";
import type { ConsoleView } from "./container-console.ts";
import { type ConsoleScreen, MOST_MATCHES } from "./terminal-screen.ts";

interface ConsoleFindProps {
  readonly screen: ConsoleScreen;
  readonly view: ConsoleView;
}

/** Finds text on the screen and above it, from the newest up. */
export function ConsoleFind({ screen, view }: ConsoleFindProps) {
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const { found, findWishes } = view;
  useEffect(() => {
    if (findWishes > 0) field.current?.select();
  }, [findWishes]);
  return (
    <StreamFind
      label={consoleStrings.find}
      field={field}
      query={query}
      onQuery={(text) => {
        setQuery(text);
        screen.find(text, -1, true);
        if (text === "") screen.focus();
      }}
      at={found.at}
      count={found.count}
      searching={found.count >= MOST_MATCHES}
      onStep={(step) => screen.find(query, step, false)}
    />
  );
}
