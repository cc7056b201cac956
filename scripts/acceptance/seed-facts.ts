import type { Facts } from "./facts.mjs";
import type { Row } from "./host-table.mjs";
import type { SceneFacts } from "./scene.mjs";

/** Fixture: the seed's two containers as a Windows Server 2022 shows them, all lines passing. */

export const VM = "8e2c3a10-1111-4222-8333-444455556666";
/** 2022-06-18T04:26:40Z. */
const START = "133000000000000000";

export const row = (fields: Partial<Row> = {}): Row => ({
  pid: 3964,
  start: START,
  name: "PING",
  command: "ping localhost -t",
  owner: "User Manager\\ContainerAdministrator",
  unreadable: null,
  columns: {
    handles: 67,
    nonPagedBytes: 5120,
    pagedBytes: 839_680,
    rssBytes: 3_928_064,
    virtualBytes: 2_199_023_255_552,
    sessionId: 3,
  },
  ...fields,
});

/** The same process as Get-Process tells it. */
export const told = ({ pid, name, start, columns }: Row) => ({
  pid,
  name,
  start,
  handles: columns.handles ?? 0,
  nonPagedBytes: columns.nonPagedBytes ?? 0,
  pagedBytes: columns.pagedBytes ?? 0,
  rssBytes: columns.rssBytes ?? 0,
  virtualBytes: columns.virtualBytes ?? 0,
  sessionId: columns.sessionId ?? 0,
});

const answer = (document: unknown) => ({ document: JSON.stringify(document), failed: null });

export const scene = (fields: Partial<SceneFacts> = {}): SceneFacts => ({
  trouble: null,
  id: "a".repeat(64),
  top: [{ name: "PING.EXE", pid: 3964 }],
  born: [row()],
  hcs: {
    systems: answer([{ Id: "a".repeat(64), SystemType: "Container", Owner: "docker", RuntimeId: VM }]),
    properties: answer({
      ProcessList: [{ ProcessId: 3964, CreateTimestamp: "2022-06-18T04:26:40.0000001Z" }],
    }),
  },
  open: null,
  removal: null,
  left: [],
  ...fields,
});

export const vmScene = (fields: Partial<SceneFacts> = {}): SceneFacts =>
  scene({
    top: [{ name: "PING.EXE", pid: 1732 }],
    born: [row({ pid: 2376, name: "vmwp", owner: `NT VIRTUAL MACHINE\\${VM.toUpperCase()}` })],
    ...fields,
  });

const OWN = row({
  pid: 900,
  name: "node",
  command: "node scripts\\windows-acceptance.mjs",
  owner: "HOST\\ann",
});

export const facts = (fields: Partial<Facts> = {}): Facts => ({
  addon: {
    path: "C:\\isoscope\\isoscope.node",
    trouble: null,
    version: { major: 10, minor: 0, build: 20348, revision: 2700, product: "server", bootedAt: 1000 },
  },
  own: { pid: 900, script: "windows-acceptance.mjs" },
  host: {
    build: 20348,
    revision: 2700,
    product: "Windows Server 2022",
    elevated: true,
    hyperVAdministrator: false,
    hypervisor: true,
    bootedAt: 1500,
    services: [],
    libraries: [],
  },
  hcs: {
    load: null,
    missing: [],
    service: answer({ Properties: [{ SupportedSchemaVersions: [{ Major: 2, Minor: 5 }] }] }),
    systems: answer([]),
  },
  table: { before: [OWN, row()], told: [told(OWN), told(row())], after: [OWN, row()] },
  docker: { os: "windows", isolation: "process", trouble: null },
  choice: { image: "nano", process: null, hyperv: null, trouble: null },
  scenes: { process: scene(), hyperv: vmScene() },
  open: { hcsdiag: "", workers: [], systems: [] },
  ...fields,
});
