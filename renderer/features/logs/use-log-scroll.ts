import {
  type RefObject,
  type UIEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type WheelEvent,
} from "react";
import type { LogStore } from "./log-store.ts";
import { ROW, scrollTopOf, windowOf } from "./log-window.ts";
import type { RowModel } from "./row-model.ts";

interface LogScrollOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly model: RowModel;
  readonly store: LogStore;
  readonly height: number;
  readonly follow: boolean;
  readonly onFollow: (follow: boolean) => void;
  readonly reveal: { readonly line: number } | null;
}

/** Nearer to the end than this counts as at the end, px. */
const AT_END = ROW * 1.5;

/**
 * Where the log stands. While it follows, at its end; going up ends following, coming to the end takes it up again.
 * Otherwise the line at the upper edge stays there, whatever goes away above it or wraps anew.
 */
export function useLogScroll(options: LogScrollOptions) {
  const { scroller, model, store, height, follow, onFollow, reveal } = options;
  const [scrollTop, setScrollTop] = useState(0);
  const last = useRef(0);
  const following = useRef(follow);
  following.current = follow;
  const bottom = Math.max(0, windowOf(model, store, 0, height).spacer - height);
  const top = follow ? bottom : Math.min(scrollTop, bottom);
  const go = (to: number) => {
    if (scroller.current) scroller.current.scrollTop = to;
    last.current = to;
    setScrollTop(to);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: following that was just switched on goes there, too
  useLayoutEffect(() => {
    if (following.current && scroller.current) {
      scroller.current.scrollTop = bottom;
      last.current = bottom;
    }
  }, [bottom, scroller, follow]);
  useKeptPlace({ model, store, height, top, go, follow });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new wish scrolls
  useEffect(() => {
    if (!reveal) return;
    const row = model.rowOf(reveal.line);
    const first = windowOf(model, store, top, height).row;
    const rows = Math.floor(height / ROW);
    if (row >= first + 1 && row < first + rows - 1 && !follow) return;
    onFollow(false);
    go(Math.min(bottom, Math.max(0, scrollTopOf(model, row - Math.floor(rows / 3), height))));
  }, [reveal]);
  const stop = () => {
    following.current = false;
    onFollow(false);
  };
  return {
    top,
    onScroll: (event: UIEvent<HTMLElement>) => {
      const now = event.currentTarget.scrollTop;
      const atEnd = bottom - now < AT_END;
      if (following.current && now < last.current - 2 && !atEnd) stop();
      else if (!following.current && atEnd && now > last.current) onFollow(true);
      last.current = now;
      setScrollTop(now);
    },
    /** Lines may come in between the turn of the wheel and its scroll event: the wish is taken at once. */
    onWheel: (event: WheelEvent) => {
      if (event.deltaY < 0 && following.current && bottom > 0) {
        setScrollTop(bottom);
        stop();
      }
    },
  };
}

interface KeptPlace extends Pick<LogScrollOptions, "model" | "store" | "height" | "follow"> {
  readonly top: number;
  readonly go: (to: number) => void;
}

function useKeptPlace({ model, store, height, top, go, follow }: KeptPlace): void {
  const anchor = useRef(0);
  const { first } = store;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what moves lines under a resting scroller matters
  useLayoutEffect(() => {
    if (follow) return;
    const row = model.rowOf(Math.max(anchor.current, first));
    if (windowOf(model, store, top, height).row !== row) go(scrollTopOf(model, row, height));
  }, [first, model]);
  useLayoutEffect(() => {
    const { row } = windowOf(model, store, top, height);
    anchor.current = store.end === first ? first : model.lineAt(Math.min(row, model.total - 1));
  }, [model, store, top, height, first]);
}
