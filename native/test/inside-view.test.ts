import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { describe, expect, inject, it } from "vitest";
import { readInsideView } from "../../electron/processes/inside-view.ts";
import { parseStat } from "../../electron/processes/linux/parse-stat.ts";

const ROOT = process.getuid?.() === 0;
const NOBODY = 65534;

/** A crowd of three in a PID and mount namespace of its own, as a container has it; gives its host PID. */
async function startContained() {
  const args = ["--pid", "--fork", "--mount-proc", "--kill-child", `${inject("programs")}/crowd`, "3"];
  const child = spawn("unshare", args, { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8");
  return {
    mainPid: Number(children.trim()),
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await once(child, "close");
    },
  };
}

const startOf = (pid: number) => parseStat(readFileSync(`/proc/${pid}/stat`, "utf8"))?.start;

describe.runIf(ROOT)("readInsideView", () => {
  it("gives the container's own numbers with the host's start stamps", async () => {
    await using contained = await startContained();
    const rows = await readInsideView(contained.mainPid);
    expect(rows.map(({ pid, name }) => [pid, name])).toEqual([1, 2, 3, 4].map((pid) => [pid, "crowd"]));
    expect(rows[0]?.start).toBe(startOf(contained.mainPid));
  });

  it("says when this user may not look", async () => {
    await using contained = await startContained();
    process.seteuid?.(NOBODY);
    try {
      await expect(readInsideView(contained.mainPid)).rejects.toMatchObject({ error: { code: "denied" } });
    } finally {
      process.seteuid?.(0);
    }
  });

  it("says that the process is gone", async () => {
    const { mainPid, ...contained } = await startContained();
    await contained[Symbol.asyncDispose]();
    await expect(readInsideView(mainPid)).rejects.toMatchObject({ error: { code: "not-found" } });
  });
});
