const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What stands for a value nobody could read. Never 0. */
export const UNKNOWN = "–";

/** Three significant digits in decimal units, e.g. `41.8 MB`. */
export function formatBytes(bytes: number | null): string {
  if (bytes === null) return UNKNOWN;
  const units = ["B", "kB", "MB", "GB", "TB"] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${units[unit]}`;
}

/** As `ps` and `top` print resident memory, in binary units without a space: `3.1M`. */
export function formatRss(bytes: number | null): string {
  if (bytes === null) return UNKNOWN;
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)}K`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 ** 2).toFixed(1)}M`;
  return `${(bytes / 1024 ** 3).toFixed(1)}G`;
}

export function formatPercent(percent: number | null): string {
  return percent === null ? UNKNOWN : percent.toFixed(1);
}

/** The two largest units, e.g. `3 d 4 h`, `5 h 40 min`, `12 min`, `4 s`. */
export function formatDuration(ms: number): string {
  const at = Math.max(0, ms);
  if (at < MINUTE) return `${Math.floor(at / SECOND)} s`;
  if (at < HOUR) return `${Math.floor(at / MINUTE)} min`;
  if (at < DAY) {
    const minutes = Math.floor((at % HOUR) / MINUTE);
    return `${Math.floor(at / HOUR)} h ${String(minutes).padStart(2, "0")} min`;
  }
  return `${Math.floor(at / DAY)} d ${Math.floor((at % DAY) / HOUR)} h`;
}

const two = (n: number) => String(n).padStart(2, "0");

/** Local time of day, `20:43:51`. */
export function formatTime(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** Local time of day to the millisecond, `20:31:40.118`. */
export function formatPreciseTime(at: number): string {
  return `${formatTime(at)}.${String(Math.floor(at % 1000)).padStart(3, "0")}`;
}

/** Local date and time, `2026-11-18 08:02:11`. */
export function formatDateTime(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${formatTime(at)}`;
}

const COUNT = new Intl.NumberFormat("en");

/** `1,000,000` */
export const formatCount = (count: number): string => COUNT.format(count);

/** `1 process`, `2 processes`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** At most `most` characters, with the middle left out: both the beginning and the end of a text tell it apart. */
export function cutMiddle(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const head = Math.ceil((most - 1) * 0.6);
  const tail = most - 1 - head;
  const end = characters.slice(characters.length - tail).join("");
  return `${characters.slice(0, head).join("").trimEnd()}…${end.trimStart()}`;
}

/** A name as people tell it from others: a full id of 64 digits, where nobody gave a name, by both its ends. */
export function shownName(name: string): string {
  return /^[0-9a-f]{64}$/.test(name) ? `${name.slice(0, 8)}…${name.slice(-4)}` : name;
}
