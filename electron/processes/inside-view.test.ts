import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readInsideView } from "./inside-view.ts";

const failsWith = (code: string) => expect.objectContaining({ error: expect.objectContaining({ code }) });
const GONE_PID = 2 ** 22 + 1;

describe("readInsideView", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "isoscope-inside-"));
    mkdirSync(join(root, "7"));
    writeFileSync(join(root, "7", "stat"), `7 (sh) S${" 1".repeat(49)}\n`);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it.runIf(process.platform === "linux")("reads the view of a process that shares ours", async () => {
    const rows = await readInsideView(process.pid);
    const self = rows.find(({ pid }) => pid === process.pid);
    expect(self?.start).toMatch(/^[1-9]\d*$/);
    expect(rows.length).toBeGreaterThan(1);
  });

  it("says that a process is gone", async () => {
    await expect(readInsideView(GONE_PID)).rejects.toEqual(failsWith("not-found"));
  });

  it("does not follow a link the container planted", async () => {
    mkdirSync(join(root, "7", "root"));
    symlinkSync("/proc", join(root, "7", "root", "proc"));
    await expect(readInsideView(7, root)).rejects.toEqual(failsWith("unsupported"));
  });

  it("does not take an ordinary folder for procfs", async () => {
    mkdirSync(join(root, "7", "root", "proc", "1"), { recursive: true });
    await expect(readInsideView(7, root)).rejects.toEqual(failsWith("unsupported"));
  });
});
