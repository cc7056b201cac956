import { createRequire } from "node:module";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { z } from "zod";
import type { NativeHcs, NativeSystem } from "../../native/hcs.ts";
import { ADDON_PATH, CONTAINER, openHcs, run as runIn } from "../../native/test/windows/hcs.ts";
import { gatherFacts } from "./facts.mjs";
import { LINES } from "./lines.mjs";

const Listed = z.object({
  ProcessList: z.array(z.object({ ImageName: z.string(), ProcessId: z.number() })),
});

const ID = "a".repeat(64);
const VM_ID = "b".repeat(64);

/** As dockerd asks for a container in a utility VM. */
const VM_CONTAINER = JSON.stringify({
  SystemType: "Container",
  Name: VM_ID,
  Owner: "docker",
  HvPartition: true,
  HvRuntime: { ImagePath: "C:\\layers\\base\\UtilityVM" },
  TerminateOnLastHandleClosed: true,
});

/** Docker's part, played with the stand-in HCS by the addon itself. */
class PlayedDocker {
  readonly #hcs: NativeHcs;
  #system: NativeSystem | null = null;

  constructor(hcs: NativeHcs) {
    this.#hcs = hcs;
  }

  async answer(args: readonly string[]): Promise<string> {
    const isolated = args.includes("--isolation=hyperv");
    switch (args[0]) {
      case "info":
        return '{"OSType":"windows","Isolation":"process"}';
      case "run":
        return this.#launch(isolated ? VM_ID : ID, isolated ? VM_CONTAINER : CONTAINER);
      case "top":
        return this.#top();
      case "rm":
        return this.#remove();
      default:
        return "";
    }
  }

  async #launch(id: string, configuration: string): Promise<string> {
    this.#system = await this.#hcs.create(id, configuration);
    await this.#system.start();
    (await runIn(this.#system, "ping localhost -t")).close();
    return `${id}\n`;
  }

  async #top(): Promise<string> {
    const document = await this.#system?.properties('{"PropertyTypes":["ProcessList"]}');
    const { ProcessList } = Listed.parse(JSON.parse(document ?? "{}"));
    return ProcessList.map(
      ({ ImageName, ProcessId }) => `${ImageName}  ${ProcessId}  00:00:00.000  1MB`,
    ).join("\n");
  }

  async #remove(): Promise<string> {
    await this.#system?.terminate();
    this.#system?.close();
    this.#system = null;
    return "";
  }
}

it("judges the scene that the stand-in plays as a real Windows' would be", async () => {
  const hcs = openHcs();
  const docker = new PlayedDocker(hcs);
  const load = createRequire(import.meta.url);
  const facts = await gatherFacts(
    {
      run: async (file, args) =>
        file === "docker"
          ? { code: 0, stdout: await docker.answer(args), stderr: "" }
          : { code: null, stdout: "", stderr: "not played" },
      load,
      pause: (ms) => pause(ms),
      say: () => {},
    },
    { addonPath: ADDON_PATH, image: "played", own: { pid: process.pid, script: "acceptance.win" } },
  );
  hcs.close();
  const verdicts = Object.fromEntries(LINES.map(({ id, judge }) => [id, judge(facts)]));
  for (const id of ["windows-version", "table-columns"])
    expect(verdicts[id]).toMatchObject({ status: "skip" });
  // Under Wine every process is the same user's; the accounts of VMs are Windows' own.
  const worker = verdicts["hyperv-worker"];
  expect(worker).toMatchObject({ status: "fail", reason: expect.stringContaining("the account of vmwp is") });
  const others = Object.entries(verdicts).filter(
    ([id]) => !["windows-version", "table-columns", "hyperv-worker"].includes(id),
  );
  expect(others.filter(([, { status }]) => status !== "pass")).toEqual([]);
});
