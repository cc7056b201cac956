import fc from "fast-check";
import { expect, test } from "vitest";
import type { LayerState, Transfer } from "../contract/transfer.ts";
import { finished, foldProgress, NO_TRANSFER, type ProgressLine, transferOf } from "./transfer.ts";

const line = (
  id: string,
  status: string,
  current: number | null = null,
  total: number | null = null,
): ProgressLine => ({ id, status, current, total });

const after = (...lines: readonly ProgressLine[]) => lines.reduce(foldProgress, NO_TRANSFER);

test("download and extract are counted apart", () => {
  const fold = after(
    line("a", "Pulling fs layer"),
    line("b", "Already exists"),
    line("a", "Downloading", 40, 100),
    line("a", "Download complete"),
    line("a", "Extracting", 30, 100),
  );
  expect(transferOf(fold)).toEqual({
    download: { current: 100, total: 100 },
    extract: { current: 30, total: 100 },
    layers: [
      { id: "a", state: "extracting", current: 30, total: 100 },
      { id: "b", state: "exists", current: 0, total: null },
    ],
  });
});

test("a total is unknown until every layer has told its size", () => {
  const fold = after(line("a", "Downloading", 40, 100), line("b", "Waiting"));
  expect(transferOf(fold).download).toEqual({ current: 40, total: null });
  expect(transferOf(foldProgress(fold, line("b", "Downloading", 1, 50))).download).toEqual({
    current: 41,
    total: 150,
  });
});

test("of a file the bytes sent are the download, and layers yet to be named leave the rest unknown", () => {
  const fold = after(line("a", "Loading layer", 30, 70));
  const transfer = transferOf(fold, { current: 80, total: 80 });
  expect(transfer.download).toEqual({ current: 80, total: 80 });
  expect(transfer.extract).toEqual({ current: 30, total: null });
  expect(transferOf(finished(fold), { current: 80, total: 80 }).extract).toEqual({ current: 70, total: 70 });
});

test("a layer that is fetched again does not go back", () => {
  const fold = after(
    line("a", "Downloading", 90, 100),
    line("a", "Retrying in 5 seconds"),
    line("a", "Downloading", 10, 100),
    line("a", "Waiting"),
  );
  expect(transferOf(fold).layers).toEqual([{ id: "a", state: "downloading", current: 90, total: 100 }]);
});

test("names of built-in properties are no words of progress", () => {
  expect(after(line("a", "constructor"), line("a", "__proto__"))).toEqual([]);
});

const ORDER: readonly LayerState[] = ["waiting", "downloading", "downloaded", "extracting", "done", "exists"];
const anyLine = fc.record({
  id: fc.constantFrom("a", "b", "c", ""),
  status: fc.constantFrom(
    ...["Pulling fs layer", "Waiting", "Downloading", "Verifying Checksum", "Download complete"],
    ...["Extracting", "Loading layer", "Pull complete", "Already exists", "Retrying in 1 second", "toString"],
  ),
  current: fc.option(fc.oneof(fc.nat(1000), fc.double(), fc.integer())),
  total: fc.option(fc.oneof(fc.nat(1000), fc.double(), fc.integer())),
});

const amountsOf = (transfer: Transfer) => [transfer.download, transfer.extract, ...transfer.layers];

test("nothing exceeds its total or goes back, whatever is told", () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 60 }), (lines) => {
      let fold = NO_TRANSFER;
      for (const next of lines) {
        const before = new Map(fold.map((layer) => [layer.id, layer]));
        fold = foldProgress(fold, next);
        for (const layer of fold) {
          const old = before.get(layer.id);
          if (!old) continue;
          expect(ORDER.indexOf(layer.state)).toBeGreaterThanOrEqual(ORDER.indexOf(old.state));
          expect(layer.download.current).toBeGreaterThanOrEqual(old.download.current);
          expect(layer.extract.current).toBeGreaterThanOrEqual(old.extract.current);
        }
        for (const { current, total } of amountsOf(transferOf(fold))) {
          expect(current).toBeGreaterThanOrEqual(0);
          if (total !== null) expect(current).toBeLessThanOrEqual(total);
        }
      }
    }),
  );
});
