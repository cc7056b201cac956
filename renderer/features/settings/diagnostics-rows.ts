import type { AppEvent, MeterReading } from "../../../electron/contract/diagnostics.ts";
import { formatDateTime, formatDuration, formatTime, UNKNOWN } from "../../../electron/model/format.ts";
import type { LiveTiming } from "../../engine/live-timings.ts";
import { diagnosticsStrings } from "../../strings/settings.ts";

/** One table as text, for the page and for the clipboard alike. The first cell of a row names it. */
export interface TextTable {
  readonly title: string;
  readonly head: readonly string[];
  /** How many of the first columns hold words; the others hold numbers. */
  readonly words: number;
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
  /** What stands there when there is no row. */
  readonly empty: string;
}

const ms = (value: number | null): string => (value === null ? UNKNOWN : value.toFixed(value < 10 ? 1 : 0));
const rate = (value: number): string => value.toFixed(1);

const { columns, groups } = diagnosticsStrings;

export function timingsTable(timings: readonly LiveTiming[], now: number): TextTable {
  return {
    title: diagnosticsStrings.page,
    head: [columns.collection, columns.rows, columns.changes, columns.p50, columns.max, columns.age],
    words: 1,
    rows: timings.map(({ name, rows, perSecond, p50Ms, maxMs, lastAt }) => ({
      key: name,
      cells: [name, `${rows}`, rate(perSecond), ms(p50Ms), ms(maxMs), age(lastAt, now)],
    })),
    empty: diagnosticsStrings.noMeters,
  };
}

export function metersTable(meters: readonly MeterReading[], now: number): TextTable {
  const { name, what, count, failed, perSecond, last, p50, max, lastWhat } = columns;
  return {
    title: diagnosticsStrings.app,
    head: [name, what, count, failed, perSecond, last, p50, max, lastWhat],
    words: 2,
    rows: meters.map((meter) => ({
      key: `${meter.group}/${meter.name}`,
      cells: [
        ...[meter.name, groups[meter.group], `${meter.count}`, `${meter.failed}`, rate(meter.perSecond)],
        ...[ms(meter.lastMs), ms(meter.p50Ms), ms(meter.maxMs)],
        [meter.lastWhat === meter.name ? "" : meter.lastWhat, age(meter.lastAt, now)]
          .filter(Boolean)
          .join(", "),
      ],
    })),
    empty: diagnosticsStrings.noMeters,
  };
}

/** Newest first. */
export function eventsTable(events: readonly AppEvent[], { dates = false } = {}): TextTable {
  const time = dates ? formatDateTime : formatTime;
  return {
    title: diagnosticsStrings.events,
    head: [columns.time, columns.source, columns.event],
    words: 3,
    rows: events
      .toSorted((a, b) => b.id - a.id)
      .map(({ id, at, source, text }) => ({ key: String(id), cells: [time(at), source, text] })),
    empty: diagnosticsStrings.noEvents,
  };
}

/** Tables one after the other, cells apart by tabs. */
export const tablesAsText = (tables: readonly TextTable[]): string =>
  tables
    .map(({ title, head, rows }) => [title, head.join("\t"), ...rows.map(({ cells }) => cells.join("\t"))])
    .map((lines) => lines.join("\n"))
    .join("\n\n");

const age = (at: number | null, now: number): string => (at === null ? UNKNOWN : formatDuration(now - at));
