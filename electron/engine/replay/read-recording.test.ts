import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { inPieces, recordedHeader, recordedText } from "./fixtures/recorded.ts";
import { RECORDING_LIMITS } from "./limits.ts";
import { readRecording } from "./read-recording.ts";

const mark = (t: number, label = "here") => ({ t, kind: "mark", label }) as const;
const TEXT = recordedText([mark(1_000), mark(4_000), mark(9_000)]);

const read = (file: string | Uint8Array, size?: number) => readRecording(inPieces(file, size));
const refused = (file: string | Uint8Array) =>
  read(file).then(
    () => "read",
    (thrown) => thrown.error,
  );

test.each([
  ["plain", TEXT],
  ["packed", gzipSync(TEXT)],
  ["packed in members", Buffer.concat([gzipSync(TEXT.slice(0, 100)), gzipSync(TEXT.slice(100))])],
])("a %s recording is read, however it arrives", async (_, file) => {
  for (const size of [1, 64, 1_000_000]) {
    const { header, events, gaps, durationMs } = await read(file, size);
    expect(header.title).toBe("A test");
    expect(events.map(({ t }) => t)).toEqual([1_000, 4_000, 9_000]);
    expect({ gaps, durationMs }).toEqual({ gaps: [], durationMs: 10_000 });
  }
});

test.each([
  ["plain", TEXT.slice(0, TEXT.indexOf("9000"))],
  ["packed", gzipSync(TEXT.slice(0, TEXT.indexOf("9000"))).subarray(0, -8)],
])("a %s recording that was cut is read as far as it goes, and says so", async (_, file) => {
  const { events, gaps, durationMs } = await read(file);
  expect(events).toHaveLength(2);
  expect(durationMs).toBe(4_000);
  expect(gaps).toEqual(["The file was cut: 4 s of 10 s can be shown."]);
});

test("a newer format is refused by its number", async () => {
  expect(await refused(recordedText([], { ...recordedHeader, version: 2, more: {} }))).toMatchObject({
    code: "unsupported",
    reason: expect.stringContaining("newer Isoscope"),
    fix: expect.stringContaining("Update"),
  });
});

test.each([
  ["nothing", ""],
  ["another text", "hello\n"],
  ["another JSON", '{"format":"other"}\n'],
  ["a time that is no date", recordedText([mark(1_000)], { ...recordedHeader, recordedAt: 1e17 })],
  ["a number without end", recordedText([mark(1_000)]).replace('"cpus":2', '"cpus":1e999')],
  ["an unknown event", recordedText([{ t: 1, kind: "mark", label: "" }])],
  ["lines out of order", recordedText([mark(2_000), mark(1_000)])],
  ["more than its duration", recordedText([mark(10_001)])],
  ["a changed line", TEXT.replace("4000", "4001")],
  ["a missing line", TEXT.replace(`${JSON.stringify(mark(4_000))}\n`, "")],
  ["something after its end", `${TEXT}${JSON.stringify(mark(9_000))}\n`],
  ["bytes that are no text", Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff, 0x0a])])],
  ["a damaged pack", gzipSync(TEXT).fill(7, 40, 60)],
])("%s is refused as invalid", async (_, file) => {
  expect(await refused(file)).toMatchObject({ code: "invalid", field: "file" });
});

test("a small file that unpacks to very much is refused before it is all there", async () => {
  const bomb = gzipSync(Buffer.alloc(4 * 1024 * 1024, 0x20));
  const limits = { ...RECORDING_LIMITS, textBytes: 1024 * 1024, lineBytes: 512 * 1024 };
  await expect(readRecording(inPieces(bomb, 4096), limits)).rejects.toMatchObject({
    error: { code: "invalid" },
  });
  const large = { ...RECORDING_LIMITS, fileBytes: 100 };
  await expect(readRecording(inPieces(TEXT), large)).rejects.toMatchObject({ error: { code: "invalid" } });
  const long = { ...RECORDING_LIMITS, events: 2 };
  await expect(readRecording(inPieces(TEXT), long)).rejects.toMatchObject({ error: { code: "invalid" } });
});

test("a source that fails is told as it failed", async () => {
  async function* failing() {
    yield gzipSync(TEXT).subarray(0, 20);
    throw new Error("unplugged");
  }
  await expect(readRecording(failing())).rejects.toThrow("unplugged");
});
