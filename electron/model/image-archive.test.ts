import fc from "fast-check";
import { packTar } from "modern-tar";
import { expect, test } from "vitest";
import { type ArchiveKind, archiveKind, packingOf } from "./image-archive.ts";

const ID = "a".repeat(64);

const tarOf = (...names: readonly string[]) =>
  packTar(
    names.map((name) =>
      name.endsWith("/")
        ? { header: { name, size: 0, type: "directory" as const } }
        : { header: { name, size: 5, type: "file" as const }, body: "hello" },
    ),
  );

const kindOfNames = async (...names: readonly string[]) => archiveKind(await tarOf(...names), true);

test.each([
  ["docker save before 25", [`${ID}/`, `${ID}/VERSION`, "manifest.json"]],
  ["docker save since 25", ["blobs/", "blobs/sha256/", `blobs/sha256/${ID}`, "index.json"]],
  ["an OCI layout", ["oci-layout", "index.json"]],
  ["a layer by digest first", [`${ID}.tar`, "manifest.json"]],
  ["a configuration by digest first", [`sha256:${ID}`, "manifest.json"]],
  ["names below ./", ["./", "./manifest.json"]],
])("takes %s for images", async (_what, names) => {
  expect(await kindOfNames(...names)).toEqual({ kind: "images" });
});

test.each([
  ["docker export", [".dockerenv", "bin/", "bin/sh"]],
  ["names below ./", ["./", "./bin/", "./etc/passwd"]],
  ["a file of its own", ["hello"]],
  ["a folder named blobs that holds no digests", ["blobs/", "blobs/readme"]],
])("takes %s for a root filesystem", async (_what, names) => {
  expect(await kindOfNames(...names)).toEqual({ kind: "filesystem" });
});

test("passes over what only describes the next entry", async () => {
  const header = { name: `blobs/sha256/${ID}`, size: 1, type: "file" as const, pax: { comment: "x" } };
  expect(archiveKind(await packTar([{ header, body: "x" }]), true)).toEqual({ kind: "images" });
});

test.each([
  ["nothing", new Uint8Array(0), /empty/],
  ["text", new TextEncoder().encode("hello"), /not a tar/],
  ["only zeros", new Uint8Array(1024), /empty/],
  ["a picture", Uint8Array.from({ length: 2048 }, (_, i) => i % 251), /not a tar/],
])("refuses %s", (_what, bytes, why) => {
  const packing = packingOf(bytes, true);
  const said: ArchiveKind =
    typeof packing === "object" ? { kind: "refused", why: packing.refused } : archiveKind(bytes, true);
  expect(said).toEqual({ kind: "refused", why: expect.stringMatching(why) });
});

test("refuses a tar whose header was changed", async () => {
  const tar = await tarOf("manifest.json");
  tar[0] = 0x78;
  expect(archiveKind(tar, true)).toMatchObject({ kind: "refused" });
});

test.each([
  [[0x1f, 0x8b, 8, 0, 0, 0], "gzip"],
  [[0x50, 0x4b, 3, 4, 0, 0], { refused: expect.stringContaining("zip") }],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], { refused: expect.stringContaining("xz") }],
  [[0x28, 0xb5, 0x2f, 0xfd, 0, 0], { refused: expect.stringContaining("zstd") }],
  [[0x1f], "more"],
  [[0, 0, 0, 0, 0, 0], "plain"],
])("knows how %j is packed", (bytes, packing) => {
  expect(packingOf(Uint8Array.from(bytes), false)).toEqual(packing);
});

const anyName = fc.oneof(
  fc.constantFrom("bin/", "etc/passwd", "manifest.json", "blobs/", "./", `${ID}/`, "oci-layout"),
  fc.stringMatching(/^[a-z]{1,20}$/),
);

test("what a part of a file decides, all of it decides too", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyName, { minLength: 1, maxLength: 5 }), fc.nat(), async (names, cut) => {
      const tar = await tarOf(...new Set(names));
      const whole = archiveKind(tar, true);
      const part = archiveKind(tar.subarray(0, cut % tar.length), false);
      if (part.kind !== "more") expect(part).toEqual(whole);
    }),
  );
});

test("any bytes get an answer", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), fc.boolean(), (bytes, ended) => {
      expect(["images", "filesystem", "more", "refused"]).toContain(archiveKind(bytes, ended).kind);
      packingOf(bytes, ended);
    }),
  );
});

test("any header that is damaged in one byte is refused or decided, never left open at the end", async () => {
  const tar = await tarOf("bin/");
  fc.assert(
    fc.property(fc.nat(511), fc.nat(255), (at, byte) => {
      const broken = tar.slice();
      broken[at] = byte;
      expect(archiveKind(broken, true).kind).not.toBe("more");
    }),
  );
});
