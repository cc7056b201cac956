import { useLayoutEffect, useMemo, useReducer, useRef } from "react";
import { logStrings } from "../../strings/logs.ts";
import type { LogFeed } from "./log-feed.ts";
import { LogRow } from "./log-row.tsx";
import { ROW, windowOf } from "./log-window.ts";
import { RowModel } from "./row-model.ts";
import { useLogScroll } from "./use-log-scroll.ts";
import { useTextBox } from "./use-text-box.ts";

export interface LogBodyProps {
  readonly name: string;
  readonly feed: LogFeed;
  readonly version: number;
  readonly wrap: boolean;
  readonly times: boolean;
  readonly follow: boolean;
  readonly onFollow: (follow: boolean) => void;
  readonly pattern: RegExp | null;
  /** The line that find stands on. */
  readonly current: number | null;
  /** Each new object brings its line into view. */
  readonly reveal: { readonly line: number } | null;
}

/** Columns before the text: the time with its gap, the mark of standard error. */
const TIME_COLUMNS = 14;
const MARK_COLUMNS = 4;

/** The log itself: only lines near the window are in the page. */
export function LogBody(props: LogBodyProps) {
  const { feed, wrap, times, follow, pattern, current } = props;
  const { store } = feed;
  const scroller = useRef<HTMLDivElement>(null);
  const box = useTextBox(scroller);
  const room = Math.floor(box.width / box.character) - MARK_COLUMNS - (times ? TIME_COLUMNS : 0) - 1;
  const columns = wrap ? Math.max(20, room) : null;
  const model = useMemo(() => new RowModel(store, columns), [store, columns, store.generation]);
  const scroll = useLogScroll({ scroller, model, store, height: box.height, ...props });
  const { spacer, from, to, top } = windowOf(model, store, scroll.top, box.height);
  const measured = useMeasuredRows(model, wrap);
  const lines = [];
  for (let n = from; n < to; n++) {
    const line = store.line(n);
    if (line) lines.push(line);
  }
  const gutter = MARK_COLUMNS + (times ? TIME_COLUMNS : 0);
  return (
    <div
      ref={scroller}
      className={`log-body mono ${wrap ? "log-wrap" : ""}`}
      role="log"
      aria-live="off"
      aria-label={logStrings.body(props.name)}
      data-follow={follow}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
      tabIndex={0}
      onScroll={scroll.onScroll}
      onWheel={scroll.onWheel}
    >
      <div
        className="log-space"
        style={{ height: spacer, minWidth: wrap ? undefined : `${store.widest + gutter}ch` }}
      >
        <div ref={measured} className="log-rows" style={{ transform: `translateY(${top}px)` }}>
          {lines.map((line) => (
            <LogRow key={line.n} line={line} times={times} pattern={pattern} current={line.n === current} />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Tells the model how many rows wrapped lines really take; wide characters cannot be computed. */
function useMeasuredRows(model: RowModel, wrap: boolean) {
  const rows = useRef<HTMLDivElement>(null);
  const [, again] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => {
    if (!wrap) return;
    let news = false;
    for (const row of rows.current?.querySelectorAll<HTMLElement>("[data-line]") ?? []) {
      const height = Math.max(1, Math.round(row.offsetHeight / ROW));
      news = model.measure(Number(row.dataset.line), height) || news;
    }
    if (news) again();
  });
  return rows;
}
