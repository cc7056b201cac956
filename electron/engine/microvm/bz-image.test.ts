import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Compression, compressionOf, isPvhKernel, parseBzImage } from "./bz-image.ts";

const MAGIC: Readonly<Record<Compression, string>> = {
  gzip: "1f8b08000000",
  xz: "fd377a585a00",
  zstd: "28b52ffd0000",
  lz4: "02214c180000",
  lzma: "5d0000800000",
  bzip2: "425a68393141",
};

/** A kernel image with only what the parser reads. */
function image(compression: Compression, payloadLength = 100, setupSectors = 2): Buffer {
  const bytes = Buffer.alloc((setupSectors + 1) * 512 + 64 + payloadLength);
  bytes[0x1f1] = setupSectors;
  bytes.write("HdrS", 0x202, "latin1");
  bytes.writeUInt16LE(0x20f, 0x206);
  bytes.writeUInt16LE(0x300, 0x20e);
  bytes.write("6.1.0-56-cloud-amd64 (maker) #1\0", 0x500, "latin1");
  bytes.writeUInt32LE(64, 0x248);
  bytes.writeUInt32LE(payloadLength, 0x24c);
  bytes.write(MAGIC[compression], (setupSectors + 1) * 512 + 64, "hex");
  return bytes;
}

describe("parseBzImage", () => {
  it("finds release, format and payload", () => {
    const parsed = parseBzImage(image("lz4"));
    expect(parsed).toEqual({
      release: "6.1.0-56-cloud-amd64",
      compression: "lz4",
      payload: { start: 1600, end: 1696 },
    });
  });

  it("leaves off the appended size only where the build appends one outside the stream", () => {
    const length = (format: Compression) => {
      const { payload } = parseBzImage(image(format)) ?? { payload: { start: 0, end: 0 } };
      return payload.end - payload.start;
    };
    expect([length("gzip"), length("xz"), length("zstd"), length("bzip2")]).toEqual([100, 100, 96, 96]);
  });

  it("refuses what is cut off", () => {
    const whole = image("zstd");
    expect(parseBzImage(whole.subarray(0, whole.length - 1))).toBeNull();
    expect(parseBzImage(whole.subarray(0, 0x100))).toBeNull();
  });

  it("never throws and never points outside, whatever the bytes", () => {
    const mutation = fc.tuple(fc.nat({ max: 1700 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(fc.array(mutation, { maxLength: 30 }), (mutations) => {
        const bytes = image("gzip");
        for (const [at, value] of mutations) if (at < bytes.length) bytes[at] = value;
        const parsed = parseBzImage(bytes);
        if (parsed) expect(parsed.payload.end).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

describe("compressionOf", () => {
  it("tells every format by its magic, and nothing from other bytes", () => {
    for (const [format, magic] of Object.entries(MAGIC))
      expect(compressionOf(Buffer.from(magic, "hex"))).toBe(format);
    expect(compressionOf(Buffer.from("\x7fELF"))).toBeNull();
    expect(compressionOf(Buffer.alloc(0))).toBeNull();
  });
});

describe("isPvhKernel", () => {
  it("wants an ELF file with Xen's entry note", () => {
    const note = Buffer.from("04000000080000001200000058656e00", "hex");
    const elf = Buffer.from("\x7fELF", "latin1");
    expect(isPvhKernel(Buffer.concat([elf, Buffer.alloc(50), note]))).toBe(true);
    expect(isPvhKernel(Buffer.concat([elf, Buffer.alloc(50)]))).toBe(false);
    expect(isPvhKernel(Buffer.concat([Buffer.alloc(50), note]))).toBe(false);
  });
});
