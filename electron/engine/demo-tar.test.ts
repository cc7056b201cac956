import { unpackTar } from "modern-tar";
import { expect, it } from "vitest";
import { demoTar, isStatic, readBusybox } from "./demo-tar.ts";

it("makes a root filesystem of one program and links to it", async () => {
  const entries = await unpackTar(await demoTar(new TextEncoder().encode("program")));
  const headers = new Map(entries.map(({ header }) => [header.name, header]));
  expect(headers.get("bin/busybox")).toMatchObject({ mode: 0o755, size: 7 });
  expect(headers.get("bin/ping")).toMatchObject({ type: "symlink", linkname: "busybox" });
  expect(headers.get("tmp/")).toMatchObject({ type: "directory", mode: 0o1777 });
});

it("is the same tar each time", async () => {
  const program = new Uint8Array([1, 2, 3]);
  expect(await demoTar(program)).toEqual(await demoTar(program));
});

it("says what to install when there is no busybox", async () => {
  await expect(readBusybox("/nowhere/busybox")).rejects.toMatchObject({
    error: { code: "unavailable", fix: expect.stringContaining("busybox-static") },
  });
});

/** A 64-bit ELF header and program headers of these types. */
function elf(types: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(64 + types.length * 56);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2]);
  bytes.writeBigUInt64LE(64n, 32);
  bytes.writeUInt16LE(56, 54);
  bytes.writeUInt16LE(types.length, 56);
  for (const [index, type] of types.entries()) bytes.writeUInt32LE(type, 64 + index * 56);
  return bytes;
}

it("tells a program that needs libraries from one that does not", () => {
  expect(isStatic(elf([1, 1, 6]))).toBe(true);
  expect(isStatic(elf([1, 3, 6]))).toBe(false);
  expect(isStatic(new TextEncoder().encode("#!/bin/sh"))).toBe(false);
});
