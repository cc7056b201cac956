import { useAnnounce } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { browserTimer, type Timer } from "../engine/timer.ts";

/** At most one announcement in this time: who listens must be able to hear it out. */
const APART_MS = 2_000;
/** A word is typed letter by letter; what its beginning finds is not worth saying. */
const SETTLE_MS = 300;

/**
 * Tells screen readers politely when a text changes, at most once per 2 s: of what changes in between only the last is
 * said. "" and the text that was there first are not announced.
 */
export function useQuietAnnounce(text: string, timer: Timer = browserTimer): void {
  const { announce } = useAnnounce();
  const said = useRef({ text, at: Number.NEGATIVE_INFINITY });
  useEffect(() => {
    if (text === said.current.text) return;
    const wait = Math.max(SETTLE_MS, said.current.at + APART_MS - timer.now());
    return timer.after(wait, () => {
      said.current = { text, at: timer.now() };
      if (text !== "") announce(text);
    });
  }, [text, timer, announce]);
}
