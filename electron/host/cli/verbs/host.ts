import { z } from "zod";
import { HostInfo } from "../../../contract/contract.ts";
import { EngineStatus } from "../../../contract/engine.ts";
import { summarise } from "../../../contract/failure.ts";
import { ProcessOwner } from "../../../contract/owner.ts";
import { HostProcess } from "../../../contract/process.ts";
import { formatDateTime, UNKNOWN } from "../../../model/format.ts";
import { EXIT } from "../exit-codes.ts";
import { factLines } from "../facts.ts";
import { hostTable } from "../process-tables.ts";
import { processTree } from "../process-tree.ts";
import { settledEngines } from "../session/engines.ts";
import { defineVerb, type VerbContext } from "../verb.ts";
import { watchUntil } from "../watch-until.ts";

const HostOutput = z.object({
  host: HostInfo,
  engines: z.array(EngineStatus),
  /** With --processes, else null. */
  processes: z.array(HostProcess).nullable(),
  /** Whose they are, of those that are some container's; with --processes, else null. */
  owners: z.array(ProcessOwner.extend({ name: z.string() })).nullable(),
});
type HostOutput = z.output<typeof HostOutput>;

export const host = defineVerb({
  name: "host",
  summary: "show this host, its engines and, when asked, its processes with whose they are",
  options: {
    processes: { type: "boolean", short: "p", says: "also every process of the host" },
    owned: { type: "boolean", says: "only processes that are some container's" },
    tree: { type: "boolean", short: "t", says: "processes below their parents" },
  },
  details: ["Exit code 3 when no engine answers."],
  examples: ["isoscope host", "isoscope host --owned --tree", "isoscope host --processes --json"],
  output: HostOutput,
  run: async ({ values }, context) => {
    const engines = [...(await settledEngines(context))];
    const { client } = await context.session();
    const info = await client.call("host.info", {});
    const wanted = values.processes || values.owned || values.tree;
    const rows = wanted ? await readRows(context, values.owned === true) : { processes: null, owners: null };
    const output: HostOutput = { host: info, engines, ...rows };
    if (context.json) context.out(JSON.stringify(output));
    else
      for (const line of hostLines(output, values.tree === true, context.terminal.out.columns))
        context.out(line);
    return engines.some(({ state }) => state === "live") ? EXIT.done : EXIT.unavailable;
  },
});

const TABLE_MS = 30_000;

async function readRows({ session, clock, signal }: VerbContext, owned: boolean) {
  const { client } = await session();
  const wait = { what: "reading the host's processes", ms: TABLE_MS, clock, signal };
  const owners = await watchUntil(client, "owners.watch", {}, (all) => all, wait);
  const all = await watchUntil(
    client,
    "processes.watch",
    {},
    (rows) => (rows.length > 0 ? rows : undefined),
    wait,
  );
  const isOwned = (row: HostProcess) =>
    owners.some(({ pid, start }) => pid === row.pid && start === row.start);
  const containers = await watchUntil(client, "containers.watch", {}, (items) => items, wait);
  const names = new Map(containers.map(({ key, name }) => [key, name]));
  const named = owners.map((owner) => ({ ...owner, name: names.get(owner.container) ?? owner.container }));
  return { processes: all.filter((row) => !owned || isOwned(row)), owners: named };
}

function hostLines(
  { host: info, engines, processes, owners }: HostOutput,
  tree: boolean,
  width: number | null,
) {
  const { machine, kernel, words } = info;
  const { windows, hypervisor } = machine;
  const edition = windows ? [windows.edition, windows.sku].filter((word) => word !== null).join(", ") : "";
  return [
    ...factLines([
      ["Host", info.hostName],
      ["Kernel", `${kernel.release}, ${machine.architecture}${edition === "" ? "" : `, ${edition}`}`],
      ["Booted", kernel.bootedAt === null ? UNKNOWN : formatDateTime(kernel.bootedAt)],
      ["CPUs", String(info.cpus)],
      ["Hypervisor", `${usable(hypervisor.usable)}. ${hypervisor.why}`],
      ["Isolations", `process: ${words.process}`, `hyperv: ${words.hyperv}`],
    ]),
    ...engines.flatMap((engine) => ["", ...engineLines(engine)]),
    ...(processes ? ["", ...processLines(processes, owners ?? [], tree, width)] : []),
  ];
}

const USABLE = new Map([
  [true, "can be used"],
  [false, "cannot be used"],
]);
const usable = (known: boolean | null): string => (known === null ? "not known" : (USABLE.get(known) ?? ""));

function engineLines(engine: EngineStatus): string[] {
  const { id, title, state, version, endpoint, managed, notes, capabilities, error } = engine;
  const launches = (["process", "hyperv"] as const).map((isolation) => {
    const { [isolation]: capability } = capabilities.launch;
    return `${isolation}: ${capability.can ? "yes" : capability.reason}`;
  });
  const fix = error && "fix" in error ? error.fix : undefined;
  return factLines([
    [
      title,
      `${state}${version === null ? "" : `, version ${version}`}`,
      ...(error ? [summarise(error)] : []),
    ],
    ["  Fix", ...(fix ? [fix] : [])],
    ["  Id", id],
    ["  At", `${endpoint}${managed ? ", started and ended by Isoscope" : ""}`],
    ["  Launches", ...launches],
    ["  Notes", ...notes],
  ]);
}

function processLines(
  rows: readonly HostProcess[],
  owners: NonNullable<HostOutput["owners"]>,
  tree: boolean,
  width: number | null,
): string[] {
  const byProcess = new Map(owners.map((owner) => [`${owner.pid}:${owner.start}`, owner]));
  const whose = ({ pid, start }: HostProcess) => {
    const owner = byProcess.get(`${pid}:${start}`);
    return owner ? `${owner.role} of ${owner.name}` : "";
  };
  return hostTable(tree ? processTree(rows) : [...rows].sort((a, b) => a.pid - b.pid), whose, width);
}
