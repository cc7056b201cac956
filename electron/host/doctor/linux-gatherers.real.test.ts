import { expect, it } from "vitest";
import type { Finding } from "../../contract/doctor.ts";
import { systemClock } from "../../engine/clock.ts";
import { FakeProcesses } from "../../fleet/fixtures/fake-processes.ts";
import { Jobs } from "../../fleet/jobs.ts";
import { hostInfo } from "../host-info.ts";
import { openMachine } from "../machine/open-machine.ts";
import { systemPaths } from "../paths.ts";
import { openDoctor } from "./open-doctor.ts";

/** Looks at this very host, with everything it has. */
async function findingsHere(): Promise<ReadonlyMap<string, Finding>> {
  const processes = new FakeProcesses();
  const machine = openMachine("linux", processes);
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
  const found = new Map<string, Finding>();
  await doctor.check();
  doctor.findings.subscribe({
    snapshot: ({ entries }) => {
      for (const [id, finding] of entries) found.set(id, finding);
    },
    change: () => {},
    fail: () => {},
  })();
  return found;
}

it("finds on this host what the engines need, and leaves nothing unread", async () => {
  const found = await findingsHere();
  const states = (state: Finding["state"]) =>
    [...found.values()]
      .filter((finding) => finding.state === state)
      .map(({ id, found: why }) => `${id}: ${why}`);
  for (const id of ["microvm.qemu", "microvm.disks", "linux.setpriv", "linux.ps", "linux.namespaces"])
    expect(found.get(id), id).toMatchObject({ state: "ok", checking: false });
  expect(found.get("linux.cgroups")?.state).toBe("ok");
  expect(found.get("storage.folders")?.state).toBe("ok");
  expect(states("unknown")).toEqual([]);
});
