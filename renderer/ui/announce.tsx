import { useAnnounce as useFluentAnnounce } from "@fluentui/react-components";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from "react";
import { browserTimer } from "../engine/timer.ts";
import { Announcer } from "./announcer.ts";

export type Announce = (text: string, options?: { readonly alert?: boolean }) => void;

const AnnounceContext = createContext<Announce>(() => {});

/** Paces what is said aloud below it. Needs Fluent's AriaLiveAnnouncer above it. */
export function PacedAnnouncements({ children }: { readonly children: ReactNode }) {
  const { announce } = useFluentAnnounce();
  const announcer = useMemo(() => new Announcer(announce, browserTimer), [announce]);
  useEffect(() => () => announcer.close(), [announcer]);
  const paced = useCallback<Announce>((text, options) => announcer.announce(text, options), [announcer]);
  return <AnnounceContext.Provider value={paced}>{children}</AnnounceContext.Provider>;
}

/** Says something to screen readers: politely, or at once with `alert`. Never more than once in two seconds. */
export const useAnnounce = (): Announce => useContext(AnnounceContext);
