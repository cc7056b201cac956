import type { Amount, LayerState, Transfer } from "../contract/transfer.ts";

/** One line of a daemon's progress, of which every part may be missing or nonsense. */
export interface ProgressLine {
  readonly id: string;
  readonly status: string;
  readonly current: number | null;
  readonly total: number | null;
}

interface Layer {
  readonly id: string;
  readonly state: LayerState;
  readonly download: Amount;
  readonly extract: Amount;
}

/** What progress lines have told so far, by layer, in the order in which layers were first named. */
export type TransferFold = readonly Layer[];

export const NO_TRANSFER: TransferFold = [];

const UNKNOWN: Amount = { current: 0, total: null };

const ORDER: readonly LayerState[] = ["waiting", "downloading", "downloaded", "extracting", "done", "exists"];

/** Words of Docker's own progress. A line with other words ("Retrying in 5 seconds") says nothing of how far a layer is. */
const STATES: Readonly<Record<string, LayerState>> = {
  "Pulling fs layer": "waiting",
  Waiting: "waiting",
  Downloading: "downloading",
  "Verifying Checksum": "downloading",
  "Download complete": "downloaded",
  Extracting: "extracting",
  "Loading layer": "extracting",
  "Pull complete": "done",
  "Already exists": "exists",
};

/** Takes one line in. A layer never goes back, and no amount shrinks or exceeds its total, whatever the lines say. */
export function foldProgress(fold: TransferFold, line: ProgressLine): TransferFold {
  const state = Object.hasOwn(STATES, line.status) ? STATES[line.status] : undefined;
  if (state === undefined || line.id === "") return fold;
  const at = fold.findIndex((layer) => layer.id === line.id);
  if (at < 0) return [...fold, advance(begin(line.id), state, line)];
  return fold.map((layer, i) => (i === at ? advance(layer, state, line) : layer));
}

const begin = (id: string): Layer => ({ id, state: "waiting", download: UNKNOWN, extract: UNKNOWN });

function advance(layer: Layer, told: LayerState, line: ProgressLine): Layer {
  const state = ORDER.indexOf(told) > ORDER.indexOf(layer.state) ? told : layer.state;
  const download = told === "downloading" ? grown(layer.download, line) : layer.download;
  const extract = told === "extracting" ? grown(layer.extract, line) : layer.extract;
  return {
    id: layer.id,
    state,
    download: isPast(state, "downloading") ? full(download) : download,
    extract: isPast(state, "extracting") ? full(extract) : extract,
  };
}

const isPast = (state: LayerState, other: LayerState) => ORDER.indexOf(state) > ORDER.indexOf(other);

/** A finished amount is its total; where nobody told one, what was counted is all there was, and nothing is unknown. */
function full({ current, total }: Amount): Amount {
  const all = total ?? current;
  return all === 0 ? UNKNOWN : { current: all, total: all };
}

function grown(amount: Amount, line: ProgressLine): Amount {
  const current = Math.max(amount.current, countOf(line.current) ?? 0);
  // Docker tells 0 or -1 for a size it does not know.
  const total = countOf(line.total) || amount.total;
  return { current, total: total === null ? null : Math.max(total, current, amount.total ?? 0) };
}

const countOf = (value: number | null): number | null =>
  value !== null && Number.isSafeInteger(value) && value >= 0 ? value : null;

/** The end of the work: everything that was named is there. */
export const finished = (fold: TransferFold): TransferFold =>
  fold.map((layer) => (layer.state === "exists" ? layer : advance(layer, "done", NOTHING)));

const NOTHING: ProgressLine = { id: "", status: "", current: null, total: null };

/**
 * The fold as the contract tells it.
 * @param arrived bytes of the file that have been sent to the engine, where they come from a file and not as layers.
 */
export function transferOf(fold: TransferFold, arrived: Amount | null = null): Transfer {
  const coming = fold.filter(({ state }) => state !== "exists");
  const wanted = coming.map((layer) => ({ ...layer, extract: expected(layer) }));
  return {
    download: arrived ?? sum(coming.map(({ download }) => download)),
    extract: sum(
      wanted.map(({ extract }) => extract),
      arrived === null || coming.every(({ state }) => state === "done"),
    ),
    layers: fold.map(({ id, state, download, extract }) => ({
      id,
      state,
      ...(isPast(state, "downloaded") ? extract : download),
    })),
  };
}

/** A layer is unpacked from the bytes that came, so its size is known before unpacking begins. */
const expected = ({ download, extract }: Layer): Amount => ({
  current: extract.current,
  total: extract.total ?? (download.total === null ? null : Math.max(download.total, extract.current)),
});

/** @param complete whether these are all there will be; a sum of some is no total. */
function sum(amounts: readonly Amount[], complete = true): Amount {
  const known = complete && amounts.length > 0 && amounts.every(({ total }) => total !== null);
  return {
    current: amounts.reduce((all, { current }) => all + current, 0),
    total: known ? amounts.reduce((all, { total }) => all + (total ?? 0), 0) : null,
  };
}
