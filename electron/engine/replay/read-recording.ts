import {
  RECORDING_FORMAT,
  RECORDING_VERSION,
  RecordingEnd,
  RecordingEvent,
  RecordingHeader,
} from "../../contract/recording.ts";
import { RECORDING_LIMITS, type RecordingLimits } from "./limits.ts";
import { type Line, readLines } from "./read-lines.ts";
import type { Recording } from "./recording.ts";
import { damaged, explainLine, newer } from "./recording-failures.ts";
import { saneNumbers } from "./sane-numbers.ts";
import { unpacked } from "./unpacked.ts";

/**
 * Reads a recording whole. Rejects with `invalid` for what is none, or is damaged, and with `unsupported` for one of a newer
 * format. One that was cut is read as far as it goes, with a gap that says so.
 */
export async function readRecording(
  source: AsyncIterable<Uint8Array>,
  limits: RecordingLimits = RECORDING_LIMITS,
): Promise<Recording> {
  const told = { cut: false };
  const reading = new Reading(limits);
  for await (const line of readLines(unpacked(source, limits, told), limits)) reading.take(line);
  return reading.finish();
}

class Reading {
  readonly #limits: RecordingLimits;
  #header: RecordingHeader | null = null;
  readonly #events: RecordingEvent[] = [];
  #ended = false;
  #lines = 0;
  #last = 0;

  constructor(limits: RecordingLimits) {
    this.#limits = limits;
  }

  take(line: Line): void {
    this.#lines += 1;
    const value = parseJson(line.text, this.#lines);
    if (this.#ended) throw damaged("something follows its end.");
    if (!this.#header) this.#header = headerOf(value);
    else if (isEnd(value)) this.#end(line, value);
    else this.#event(value);
  }

  finish(): Recording {
    const header = this.#header;
    if (!header) throw damaged("it is empty, or not a recording.");
    if (this.#ended)
      return { header, events: this.#events, gaps: header.gaps, durationMs: header.durationMs };
    const gap = `The file was cut: ${inWords(this.#last)} of ${inWords(header.durationMs)} can be shown.`;
    return { header, events: this.#events, gaps: [...header.gaps, gap], durationMs: this.#last };
  }

  #event(value: unknown): void {
    const parsed = RecordingEvent.safeParse(value);
    if (!parsed.success)
      throw damaged("a line is not as it should be.", explainLine(this.#lines, parsed.error));
    if (this.#events.length >= this.#limits.events) throw damaged("it has too many lines.");
    const { t } = parsed.data;
    if (t < this.#last) throw damaged("its lines are not in order.", `line ${this.#lines}`);
    if (t > (this.#header?.durationMs ?? 0))
      throw damaged("it goes on after its end.", `line ${this.#lines}`);
    this.#last = t;
    this.#events.push(parsed.data);
  }

  #end(line: Line, value: unknown): void {
    const end = RecordingEnd.safeParse(value);
    if (!end.success) throw damaged("its last line is not as it should be.");
    if (end.data.sha256 !== line.sha256Before()) throw damaged("it was changed since it was made.");
    if (end.data.events !== this.#events.length) throw damaged("lines are missing.");
    this.#ended = true;
  }
}

function parseJson(text: string, line: number): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damaged(line === 1 ? "it is not a recording." : "a line is damaged.", `line ${line}`);
  }
  if (!saneNumbers(value)) throw damaged("a number in it is out of all bounds.", `line ${line}`);
  return value;
}

function headerOf(value: unknown): RecordingHeader {
  const { format, version } = fields(value);
  if (format !== RECORDING_FORMAT) throw damaged("it is not a recording.");
  if (typeof version === "number" && version > RECORDING_VERSION) throw newer(version, RECORDING_VERSION);
  const parsed = RecordingHeader.safeParse(value);
  if (!parsed.success) throw damaged("its first line is not as it should be.", explainLine(1, parsed.error));
  return parsed.data;
}

const isEnd = (value: unknown): boolean => fields(value).kind === "end";

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? { ...value } : {};

function inWords(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
