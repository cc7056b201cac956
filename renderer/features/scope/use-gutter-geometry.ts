import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { PaneGeometry } from "./gutter-layout.ts";

export interface GutterGeometry {
  readonly width: number;
  readonly height: number;
  readonly inside: PaneGeometry;
  readonly host: PaneGeometry;
}

type Part = RefObject<HTMLElement | null>;

function measure(gutter: HTMLElement, inside: HTMLElement, host: HTMLElement): GutterGeometry {
  const frame = gutter.getBoundingClientRect();
  const pane = (element: HTMLElement): PaneGeometry => {
    const box = element.getBoundingClientRect();
    return { top: box.top - frame.top, height: box.height, scrollTop: element.scrollTop };
  };
  return { width: frame.width, height: frame.height, inside: pane(inside), host: pane(host) };
}

/**
 * Reads the three boxes once per animation frame after a scroll or resize; the drawing then is arithmetic, and is
 * written in the same frame, so that lines never trail the rows they join.
 */
export function useGutterGeometry(
  gutter: Part,
  inside: Part,
  host: Part,
): { readonly geometry: GutterGeometry | null; readonly refresh: () => void } {
  const [geometry, setGeometry] = useState<GutterGeometry | null>(null);
  const frame = useRef(0);
  const refresh = useCallback(() => {
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      if (gutter.current && inside.current && host.current) {
        const next = measure(gutter.current, inside.current, host.current);
        flushSync(() => setGeometry(next));
      }
    });
  }, [gutter, inside, host]);
  useEffect(() => {
    refresh();
    const observer = new ResizeObserver(refresh);
    for (const part of [gutter, inside, host]) if (part.current) observer.observe(part.current);
    const scrollers = [inside.current, host.current];
    for (const scroller of scrollers) scroller?.addEventListener("scroll", refresh, { passive: true });
    return () => {
      observer.disconnect();
      for (const scroller of scrollers) scroller?.removeEventListener("scroll", refresh);
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
  }, [refresh, gutter, inside, host]);
  return { geometry, refresh };
}
