import { describe, expect, it } from "vitest";
import type { Addon, ProcessColumns } from "../../native/index.ts";
import { parseTop, readDocker } from "./docker.mjs";
import { gatherFacts, type Surroundings } from "./facts.mjs";
import { readHcs } from "./hcs-facts.mjs";
import { imageFor } from "./image-choice.mjs";
import { LINES } from "./lines.mjs";
import { VM } from "./seed-facts.ts";

const ID = "c".repeat(64);
const BOOT = 1000;
const START = 133_000_000_000_000_000n;

interface FakeProcess {
  readonly pid: number;
  readonly name: string;
  readonly owner: string;
  readonly command: string;
}

const OWN: FakeProcess = { pid: 900, name: "node", owner: "H\\ann", command: "node windows-acceptance.mjs" };
const PING: FakeProcess = {
  pid: 3964,
  name: "PING",
  owner: "User Manager\\ContainerUser",
  command: "ping localhost -t",
};
const WORKER: FakeProcess = {
  pid: 2376,
  name: "vmwp",
  owner: `NT VIRTUAL MACHINE\\${VM}`,
  command: "vmwp.exe",
};

/** A Windows host with Docker, in memory: what is run changes what the addon and HCS then tell. */
class FakeHost {
  readonly commands: string[][] = [];
  readonly processes: FakeProcess[] = [OWN];
  /** What a removed container leaves for some checks more. */
  linger = 0;
  #leaving = false;

  readonly surroundings: Surroundings = {
    run: async (file, args) => {
      this.commands.push([file, ...args]);
      return this.#answer(file, args);
    },
    load: () => this.addon,
    pause: async () => {
      this.linger -= 1;
      if (this.linger <= 0) this.#settle();
    },
    say: () => {},
  };

  readonly addon: Addon = {
    ProcessReader: fakeReader(() => this.#columns()),
    ProcessWatcher: class {
      take = () => ({ pids: new Uint32Array(), overflow: false });
      close() {}
    },
    windowsVersion: () => ({
      major: 10,
      minor: 0,
      build: 20348,
      revision: 1,
      product: "server",
      bootedAt: BOOT,
    }),
    openHcs: () => ({
      missing: [],
      serviceProperties: async () => '{"Properties":[{"SupportedSchemaVersions":[]}]}',
      enumerate: async () => JSON.stringify([{ Id: ID, RuntimeId: VM }]),
      open: async () => ({
        ...UNUSED_SYSTEM,
        properties: async () =>
          '{"ProcessList":[{"ProcessId":3964,"CreateTimestamp":"2022-06-18T04:26:40Z"}]}',
      }),
      create: unused,
      layers: null,
      close: () => {},
      live: { systems: 0, processes: 0, operations: 0 },
    }),
  };

  #answer(file: string, args: readonly string[]) {
    const line = args.join(" ");
    if (file === "powershell.exe") return ok(this.#powershell(args.at(-1) ?? ""));
    if (line.startsWith("info")) return ok('{"OSType":"windows","Isolation":"process"}');
    if (line.startsWith("image inspect")) return { code: 1, stdout: "", stderr: "No such image" };
    if (line.startsWith("run") && line.includes("--isolation=process")) this.processes.push(PING);
    if (line.startsWith("run") && line.includes("--isolation=hyperv")) this.processes.push(WORKER);
    if (line.startsWith("run")) return ok(`${ID}\r\n`);
    if (line.startsWith("top")) return ok(this.#top());
    if (line.startsWith("rm")) this.#leaving = true;
    if (this.#leaving && this.linger === 0) this.#settle();
    return ok("");
  }

  #settle(): void {
    if (this.#leaving) this.processes.splice(1);
    this.#leaving = false;
  }

  #top(): string {
    const inside = this.processes.includes(PING) ? PING.pid : 1732;
    return `Name      PID   CPU            Private Working Set\r\nPING.EXE  ${inside}  00:00:00.031   672.8kB\r\n`;
  }

  #powershell(script: string): string {
    if (script.includes("CurrentBuildNumber")) {
      return JSON.stringify({ build: 20348, revision: 1, product: "S", elevated: true, bootedAt: BOOT });
    }
    if (!script.includes("Get-Process")) return "[]";
    const numbers = {
      handles: 1,
      nonPagedBytes: 1,
      pagedBytes: 1,
      rssBytes: 1,
      virtualBytes: 1,
      sessionId: 0,
    };
    return JSON.stringify(
      this.processes.map(({ pid, name }) => ({ pid, name, start: String(START), ...numbers })),
    );
  }

  #columns(): ProcessColumns {
    const all = this.processes;
    const ones = () => Float64Array.from(all, () => 1);
    const pid = Uint32Array.from(all, (each) => each.pid);
    return {
      at: 0,
      whole: true,
      removed: new Uint32Array(),
      described: {
        pid,
        start: BigUint64Array.from(all, () => START),
        name: all.map(({ name }) => name),
        command: all.map(({ command }) => command),
        owner: all.map(({ owner }) => owner),
        containerId: all.map(() => null),
        unreadable: all.map(() => null),
        nsPids: all.map(() => null),
      },
      counted: {
        pid,
        ppid: pid,
        threads: pid,
        cpuMs: ones(),
        rssBytes: ones(),
        windows: {
          handles: ones(),
          nonPagedBytes: ones(),
          pagedBytes: ones(),
          virtualBytes: ones(),
          sessionId: Float64Array.from(all, () => 0),
          siloId: Float64Array.from(all, () => Number.NaN),
        },
      },
    };
  }
}

const ok = (stdout: string) => ({ code: 0, stdout, stderr: "" });

function unused(): never {
  throw new Error("not asked for");
}

const UNUSED_SYSTEM = {
  id: ID,
  start: unused,
  shutdown: unused,
  terminate: unused,
  pause: unused,
  resume: unused,
  save: unused,
  modify: unused,
  createProcess: unused,
  openProcess: unused,
  watch: unused,
  close: () => {},
};

const fakeReader = (snapshot: () => ProcessColumns): Addon["ProcessReader"] =>
  class {
    readonly heldFiles = 0;
    snapshot = async () => snapshot();
    refresh = unused;
    release() {}
    close() {}
  };

const OPTIONS = {
  addonPath: "C:\\isoscope.node",
  image: null,
  own: { pid: 900, script: "windows-acceptance.mjs" },
};

describe("gatherFacts", () => {
  it("finds out on a good host what makes every line pass, and removes what it launched", async () => {
    const host = new FakeHost();
    host.linger = 0;
    const facts = await gatherFacts(host.surroundings, OPTIONS);
    const verdicts = LINES.map(({ id, judge }) => ({ id, ...judge(facts) }));
    expect(verdicts.filter(({ status }) => status !== "pass")).toEqual([]);
    expect(host.processes).toEqual([OWN]);
    const removed = host.commands.filter(([, verb]) => verb === "rm").map((command) => command.at(-1));
    expect(removed).toEqual(["isoscope-acceptance-process", "isoscope-acceptance-hyperv"]);
    expect(host.commands).toContainEqual([
      "docker",
      "pull",
      "--quiet",
      "mcr.microsoft.com/windows/nanoserver:ltsc2022",
    ]);
  });

  it("waits for what a container leaves, and names it when it stays", async () => {
    const patient = new FakeHost();
    patient.linger = 5;
    const facts = await gatherFacts(patient.surroundings, OPTIONS);
    expect(LINES.find(({ id }) => id === "process-ends")?.judge(facts)).toMatchObject({ status: "pass" });
    const stuck = new FakeHost();
    stuck.linger = Number.POSITIVE_INFINITY;
    const left = await gatherFacts(stuck.surroundings, OPTIONS);
    expect(LINES.find(({ id }) => id === "process-ends")?.judge(left)).toMatchObject({
      status: "fail",
      reason: "still there: PING 3964",
    });
  });

  it("skips what cannot be without the addon and without docker, and fails only what is at fault", async () => {
    const facts = await gatherFacts(
      {
        run: async () => ({ code: null, stdout: "", stderr: "not found" }),
        load: () => {
          throw new Error("no such file");
        },
        pause: async () => {},
        say: () => {},
      },
      OPTIONS,
    );
    const verdicts = LINES.map(({ id, judge }) => ({ id, ...judge(facts) }));
    expect(verdicts.filter(({ status }) => status === "fail").map(({ id }) => id)).toEqual(["addon-loads"]);
    expect(verdicts.filter(({ status }) => status === "pass")).toEqual([]);
  });
});

describe("what the acceptance relies on", () => {
  it("keeps what HCS refused as data", async () => {
    const refusal = Object.assign(new Error("HcsLoad"), { op: "LoadLibraryExW", win32: 126 });
    const hcs = await readHcs({
      openHcs: () => {
        throw refusal;
      },
    });
    expect(hcs.load).toEqual({ message: "HcsLoad", code: 126 });
    expect((await readHcs({})).load).toMatchObject({ code: null });
  });

  it("knows a docker without a daemon, new or old", async () => {
    const old = async () => ok('{"ServerErrors":["cannot connect"]}');
    expect(await readDocker(old)).toEqual({ os: null, isolation: null, trouble: "cannot connect" });
    const recent = async () => ({ code: 1, stdout: "", stderr: "first\r\nno daemon\r\n" });
    expect(await readDocker(recent)).toEqual({ os: null, isolation: null, trouble: "no daemon" });
  });

  it("reads docker's list of processes", () => {
    const text =
      "Name                PID                 CPU                 Private Working Set\r\nmy tool.exe         12                  00:00:00.000        1.2MB\r\n";
    expect(parseTop(text)).toEqual([{ name: "my tool.exe", pid: 12 }]);
    expect(parseTop("")).toEqual([]);
  });

  it.each([
    [14393, null, null],
    [17763, "ltsc2019", null],
    [19045, "ltsc2019", "very build"],
    [20348, "ltsc2022", null],
    [22631, "ltsc2022", null],
    [26100, "ltsc2025", null],
  ])("knows the image of build %i", (build, tag, whyNotProcess) => {
    const choice = imageFor(build);
    if (tag === null) return expect(choice).toBeNull();
    expect(choice?.image).toMatch(new RegExp(`:${tag}$`));
    if (whyNotProcess === null) expect(choice?.process).toBeNull();
    else expect(choice?.process).toContain(whyNotProcess);
  });
});
