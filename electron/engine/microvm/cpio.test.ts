import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CpioEntry, S_IFCHR, S_IFDIR, S_IFREG, writeCpio } from "./cpio.ts";

const aligned = (at: number) => Math.ceil(at / 4) * 4;

/** A reader written from the format's description, not from the writer. */
function readCpio(archive: Buffer) {
  const entries: { path: string; mode: number; content: Buffer; major: number; minor: number }[] = [];
  for (let at = 0; ; ) {
    expect(archive.toString("latin1", at, at + 6)).toBe("070701");
    const field = (index: number) =>
      Number.parseInt(archive.toString("latin1", at + 6 + index * 8, at + 14 + index * 8), 16);
    const nameEnd = at + 110 + field(11);
    const path = archive.toString("utf8", at + 110, nameEnd - 1);
    expect(archive[nameEnd - 1]).toBe(0);
    const start = aligned(nameEnd);
    if (path === "TRAILER!!!") return { entries, end: start };
    const content = archive.subarray(start, start + field(6));
    entries.push({ path, mode: field(1), content, major: field(9), minor: field(10) });
    at = aligned(start + field(6));
  }
}

const path = fc.stringMatching(/^[a-z0-9_.\-/é]{1,40}$/);
const fileEntry = fc.record({
  path,
  mode: fc.integer({ min: 0, max: 0o7777 }).map((bits) => S_IFREG | bits),
  content: fc.uint8Array({ maxLength: 300 }),
});

describe("writeCpio", () => {
  it("can be read back, whatever the names and contents", () => {
    fc.assert(
      fc.property(fc.array(fileEntry, { maxLength: 8 }), (entries) => {
        const archive = writeCpio(entries);
        const read = readCpio(archive);
        expect(read.end).toBe(archive.length);
        expect(read.entries.map(({ path, mode }) => ({ path, mode }))).toEqual(
          entries.map(({ path, mode }) => ({ path, mode })),
        );
        expect(read.entries.map(({ content }) => [...content])).toEqual(
          entries.map(({ content }) => [...content]),
        );
      }),
    );
  });

  it("keeps folders and device numbers", () => {
    const entries: CpioEntry[] = [
      { path: "dev", mode: S_IFDIR | 0o755 },
      { path: "dev/console", mode: S_IFCHR | 0o600, device: { major: 5, minor: 1 } },
    ];
    expect(readCpio(writeCpio(entries)).entries).toMatchObject([
      { path: "dev", mode: 0o040755 },
      { path: "dev/console", mode: 0o020600, major: 5, minor: 1 },
    ]);
  });

  it("writes the header the kernel reads", () => {
    const header = writeCpio([{ path: "a", mode: S_IFREG | 0o644, content: Buffer.from("hey") }]).toString(
      "latin1",
      0,
      116,
    );
    const zeros = "00000000";
    expect(header).toBe(
      `07070100000001000081a4${zeros}${zeros}00000001${zeros}00000003${zeros}${zeros}${zeros}${zeros}00000002${zeros}a\0hey\0`,
    );
  });
});
