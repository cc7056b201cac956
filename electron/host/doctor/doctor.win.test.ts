import { expect, it } from "vitest";
import { Finding } from "../../contract/doctor.ts";
import { systemClock } from "../../engine/clock.ts";
import { FakeProcesses } from "../../fleet/fixtures/fake-processes.ts";
import { Jobs } from "../../fleet/jobs.ts";
import { hostInfo } from "../host-info.ts";
import { openMachine } from "../machine/open-machine.ts";
import { systemPaths } from "../paths.ts";
import { openDoctor } from "./open-doctor.ts";

it("looks at a Windows with half of its tools and says of each check what it found or why not", async () => {
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
  const found = new Map<string, Finding>();
  doctor.findings.subscribe({
    snapshot: ({ entries }) => {
      for (const [id, finding] of entries) found.set(id, Finding.parse(finding));
    },
    change: () => {},
    fail: () => {},
  })();
  for (const finding of found.values()) {
    console.log(`${finding.state} ${finding.id}: ${finding.found}`);
    expect(finding.found).not.toBe("");
    expect(finding.checking).toBe(false);
    expect(finding.checkedAt).not.toBeNull();
  }
  expect(found.get("storage.folders")?.state).toBe("ok");
  expect(found.get("docker.pipe")?.state).toBe("problem");
  expect(found.get("windows.drive")?.state).not.toBe("problem");
});
