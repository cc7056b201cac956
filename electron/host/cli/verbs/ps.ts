import { z } from "zod";
import { Container } from "../../../contract/container.ts";
import type { HostInfo } from "../../../contract/contract.ts";
import { EngineStatus } from "../../../contract/engine.ts";
import type { LiveSink } from "../../../contract/live-source.ts";
import { formatTime } from "../../../model/format.ts";
import {
  footprintText,
  hostPid,
  isActive,
  isolationWord,
  nameOf,
  shortId,
  stateText,
} from "../container-words.ts";
import { EXIT } from "../exit-codes.ts";
import { listContainers } from "../session/containers.ts";
import { checkEngine, engineTroubles, settledEngines } from "../session/engines.ts";
import { follow } from "../session/follow.ts";
import { type Column, table } from "../table.ts";
import { defineVerb, type VerbContext } from "../verb.ts";
import { visible } from "../visible.ts";

/** What `ps --json` prints, and `ps --watch --json` on its first line. */
const PsList = z.object({
  containers: z.array(Container),
  engines: z.array(EngineStatus.pick({ id: true, title: true, state: true, error: true })),
});

/** Each further line of `ps --watch --json`. */
const PsChange = z.object({ upsert: z.array(Container), remove: z.array(z.string()) });

export const ps = defineVerb({
  name: "ps",
  summary: "list containers, with what the host shows of each",
  options: {
    all: { type: "boolean", short: "a", says: "also those that do not run" },
    engine: { type: "string", value: "ID", says: "of this engine only", completes: "engine" },
    quiet: { type: "boolean", short: "q", says: "print only their names" },
    watch: { type: "boolean", short: "w", says: "go on with every change, until Ctrl+C" },
  },
  details: [
    "Exit code 3 when no engine answers. With --watch, JSON comes as lines: the list, then its changes.",
  ],
  examples: ["isoscope ps -a", "isoscope ps --json | jq '.containers[] | .name'", "isoscope ps --watch"],
  output: z.union([PsList, PsChange]),
  run: async ({ values }, context) => {
    const engines = await settledEngines(context);
    checkEngine(engines, values.engine);
    const ofEngine = (one: Container) => values.engine === undefined || one.engine === values.engine;
    const { client } = await context.session();
    const info = await client.call("host.info", {});
    const listed = (await listContainers(context)).filter(ofEngine);
    const shown = listed.filter((one) => values.all === true || isActive(one));
    if (context.json) {
      const states = engines.map(({ id, title, state, error }) => ({ id, title, state, error }));
      context.out(JSON.stringify({ containers: shown, engines: states } satisfies z.output<typeof PsList>));
    } else if (values.quiet) for (const { name } of shown) context.out(visible(name));
    else printList(shown, info, context);
    for (const trouble of engineTroubles(engines)) context.log(trouble);
    if (values.watch) return watch(context, listed, ofEngine);
    const more = listed.length - shown.length;
    if (more > 0 && context.terminal.out.isTerminal) context.log(`${more} more do not run: isoscope ps -a`);
    return engines.some(({ state }) => state === "live") ? EXIT.done : EXIT.unavailable;
  },
});

const COLUMNS: readonly Column[] = [
  { title: "NAME", cuts: true },
  { title: "ISOLATION" },
  { title: "STATE" },
  { title: "HOST PID", align: "right" },
  { title: "THE HOST SHOWS", cuts: true },
  { title: "IMAGE", cuts: true },
  { title: "ENGINE" },
  { title: "ID" },
];

function printList(shown: readonly Container[], info: HostInfo, { terminal, out, clock }: VerbContext): void {
  const rows = shown.map((one) => [
    nameOf(one),
    isolationWord(one, info.words),
    stateText(one, clock.now()),
    hostPid(one),
    footprintText(one),
    one.image.ref,
    one.engine,
    shortId(one.id),
  ]);
  for (const line of table(COLUMNS, rows, terminal.out.columns)) out(line);
}

/** Tells what differs from what has been printed, then every change. */
async function watch(
  context: VerbContext,
  printed: readonly Container[],
  ofEngine: (one: Container) => boolean,
): Promise<number> {
  const { client } = await context.session();
  const known = new Map(printed.map((one) => [one.key, one]));
  const tell = (upsert: readonly Container[], remove: readonly string[]) => {
    if (upsert.length === 0 && remove.length === 0) return;
    if (context.json) context.out(JSON.stringify({ upsert, remove }));
    else for (const line of changeLines(known, upsert, remove, context.clock.now())) context.out(line);
    for (const one of upsert) known.set(one.key, one);
    for (const key of remove) known.delete(key);
  };
  const changed = (one: Container) => JSON.stringify(known.get(one.key)) !== JSON.stringify(one);
  const sink: Pick<LiveSink<Container>, "snapshot" | "change"> = {
    snapshot: ({ entries }) => {
      const items = entries.map(([, one]) => one).filter(ofEngine);
      const gone = [...known.keys()].filter((key) => !items.some((one) => one.key === key));
      tell(items.filter(changed), gone);
    },
    change: ({ upsert, remove }) => {
      const items = upsert.map(([, one]) => one).filter(ofEngine);
      tell(
        items,
        remove.filter((key) => known.has(key)),
      );
    },
  };
  return follow(client, "containers.watch", {}, sink, context.signal);
}

function* changeLines(
  known: ReadonlyMap<string, Container>,
  upsert: readonly Container[],
  remove: readonly string[],
  now: number,
): Iterable<string> {
  for (const one of upsert) {
    const before = known.get(one.key);
    const from = before && before.state !== one.state ? `${before.state} → ` : "";
    yield `${formatTime(now)}  ${nameOf(one)}  ${from}${stateText(one, now)}  host PID ${hostPid(one)}`;
  }
  for (const key of remove) yield `${formatTime(now)}  ${nameOf(known.get(key) ?? { name: key })}  removed`;
}
