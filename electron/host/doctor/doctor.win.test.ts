import { expect, it } from "vitest";
import { Finding } from "../../contract/doctor.ts";
import { systemClock } from "../../engine/clock.ts";
import { FakeProcesses } from "../../fleet/fixtures/fake-processes.ts";
import { Jobs } from "../../fleet/jobs.ts";
import { hostInfo } from "../host-info.ts";
import { openMachine } from "../machine/open-machine.ts";
import { systemPaths } from "../paths.ts";
import { capture } from "./capture.ts";
import { openDoctor } from "./open-doctor.ts";
import { readFolders, readSpaces } from "./storage-facts.ts";
import { readWebPort } from "./web-port.ts";
import { readFeatures } from "./windows-cim.ts";
import { readWindowsPerson } from "./windows-person.ts";
import { readServices } from "./windows-services.ts";

const run = (argv: readonly [string, ...string[]]) => capture(argv, new AbortController().signal);

/** Wine has half of Windows' tools, and on a busy machine none of them is quick: what is found is not asked for here. */
it("says of each check what it found, or why it is not known", async () => {
  const processes = new FakeProcesses();
  const machine = openMachine("win32", processes);
  const info = () =>
    hostInfo(processes, {
      ...{ appVersion: "0.0.0", demo: { image: "", command: [] } },
      machine: machine.current,
    });
  const doctor = openDoctor(
    {
      ...{ paths: systemPaths(), clock: systemClock, engines: () => [], info, port: 47_800 },
      ...{ machine: () => machine.read(), processes: processes.facts },
    },
    new Jobs(systemClock),
  );
  await doctor.check();
  const found: Finding[] = [];
  doctor.findings.subscribe({
    snapshot: ({ entries }) => {
      for (const [, finding] of entries) found.push(Finding.parse(finding));
    },
    change: () => {},
    fail: () => {},
  })();
  expect(found.length).toBeGreaterThan(15);
  for (const finding of found) {
    expect(finding.found.trim(), finding.id).not.toBe("");
    expect(finding.checking, finding.id).toBe(false);
    expect(finding.checkedAt, finding.id).not.toBeNull();
  }
});

it("tries folders, disks and ports as Windows names them", async () => {
  const state = { role: "State", path: systemPaths().state };
  expect(await readFolders([state])).toMatchObject([{ writable: true }]);
  expect((await readSpaces([state]))[0]?.totalBytes).toBeGreaterThan(0);
  expect(await readWebPort(0)).toMatchObject({ free: true });
});

it("knows nothing where a tool of Wine's tells nothing, and takes no silence for an answer", async () => {
  await expect(readWindowsPerson(run)).rejects.toThrow("names no groups");
  await expect(readFeatures(run)).rejects.toThrow("told nothing");
  await expect(readServices(run)).rejects.toThrow("sc.exe");
});
