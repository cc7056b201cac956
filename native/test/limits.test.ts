import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { startFixture } from "./fixture-process.ts";

const program = fileURLToPath(new URL("fixtures/read-rows.cjs", import.meta.url));
const Row = z.object({
  pid: z.number(),
  start: z.string(),
  name: z.string(),
  command: z.string().nullable(),
  owner: z.string().nullable(),
  unreadable: z.string().nullable(),
});
const Answer = z.object({ self: z.number(), held: z.number(), rows: z.array(Row) });

/** Runs the fixture below a wrapper command. */
function readRows(wrapper: readonly string[], proc: string, held: number) {
  const [command = "", ...args] = [
    ...wrapper,
    process.execPath,
    program,
    inject("addonPath"),
    proc,
    String(held),
  ];
  const { stdout, stderr, status } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return Answer.parse(JSON.parse(stdout));
}

describe("limits of the native process reader", () => {
  it("holds at most a quarter of what its process may open, and still reads all", async () => {
    await using crowd = await startFixture("crowd", ["203"]);
    const { rows, held } = readRows(["prlimit", "--nofile=100:100"], "/proc", 4096);
    expect(held).toBe(25);
    // The number of children is in the command line: other tests have crowds of their own.
    expect(rows.filter(({ command }) => command?.endsWith("/crowd 203"))).toHaveLength(204);
    expect(rows.map(({ pid }) => pid)).toContain(crowd.pid);
  });

  it("gives up held files for others, fails with a reason when there are none left, and recovers", () => {
    const short = fileURLToPath(new URL("fixtures/short-of-files.cjs", import.meta.url));
    const args = ["--nofile=100:100", process.execPath, short, inject("addonPath")];
    const { stdout, stderr } = spawnSync("prlimit", args, { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      held: 25,
      allTaken: true,
      noneLeft: { op: "openat .", errno: 24 },
      recovered: true,
    });
  });

  it.runIf(process.getuid?.() === 0)("keeps processes it may not read, with what is known", () => {
    const mountPoint = mkdtempSync(join(tmpdir(), "isoscope-hidepid-"));
    try {
      // The mount is in a namespace of its own, and goes with the process.
      const { rows, self } = readRows(["unshare", "--mount"], `mount:${mountPoint}`, 100);
      const first = rows.find(({ pid }) => pid === 1);
      expect(first).toEqual({
        pid: 1,
        start: "0",
        name: "",
        command: null,
        owner: "0",
        unreadable: "This user is not permitted to read it.",
      });
      expect(rows.find(({ pid }) => pid === self)).toMatchObject({ owner: "65534", unreadable: null });
    } finally {
      rmdirSync(mountPoint);
    }
  });
});
