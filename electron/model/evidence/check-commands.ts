import type { HostInfo } from "../../contract/contract.ts";
import type { Link, Scope } from "../../contract/scope.ts";
import { quoteArgument } from "../command-line.ts";
import { formatPreciseTime } from "../format.ts";
import { hostCommands } from "../terminal-commands.ts";
import { evidenceWords } from "./evidence-words.ts";

/** What a reader has looked for, and what became of it. */
export interface LookedFor {
  /** The process that was found on both sides. */
  readonly link: Link | null;
  /** The process that the host has no row of, and one of its name that is not this container's. */
  readonly hidden: { readonly name: string; readonly namesake: { readonly pid: number } | null } | null;
}

export const NOTHING_LOOKED_FOR: LookedFor = { link: null, hidden: null };

export interface CommandContext {
  readonly platform: HostInfo["platform"];
  /** The engine's command line, e.g. `docker`; null where it has none. */
  readonly cli: string | null;
  /** What the engine calls the container. */
  readonly name: string;
}

export interface CheckCommand {
  readonly command: string;
  /** What it prints if the claim is true. */
  readonly shows: string;
}

/** The commands that show in a terminal what is claimed. Each with what to expect. */
export function checkCommands(
  scope: Scope,
  looked: LookedFor,
  context: CommandContext,
): readonly CheckCommand[] {
  return [
    ...topCommand(scope, context),
    ...(scope.isolation === "hyperv"
      ? hiddenCommands(scope, looked, context)
      : linkCommands(scope, looked, context)),
    ...kernelCommands(scope, context),
  ];
}

function topCommand(scope: Scope, { cli, name }: CommandContext): CheckCommand[] {
  if (cli === null) return [];
  const [first] = scope.links;
  const shared = first && first.insidePid !== first.hostPid;
  const shows = shared ? evidenceWords.topShowsHostPids : evidenceWords.topShowsPids;
  return [{ command: `${cli} top ${quoteArgument(name)}`, shows }];
}

/** The link that was found, else that of the container's own command. */
function linkCommands({ links, mainPid }: Scope, looked: LookedFor, context: CommandContext): CheckCommand[] {
  const wanted = looked.link ?? links.find(({ insidePid }) => insidePid === mainPid);
  const link = wanted ?? links[0];
  if (!link) return [];
  const { platform } = context;
  const { byPid, nsPids, start } = hostCommands;
  return [
    { command: byPid(platform, link.hostPid), shows: evidenceWords.showsRow(link.hostPid) },
    ...(link.tie.startsWith("NSpid")
      ? [{ command: nsPids(link.hostPid), shows: evidenceWords.showsNsPids(link.tie.replace(/^NSpid /, "")) }]
      : []),
    ...startShows(link, platform).map((shows) => ({ command: start(platform, link.hostPid), shows })),
  ];
}

/** What the start command prints: the stamp itself on Linux, the clock time on Windows. Nothing where it was not read. */
function startShows({ start, startedAt }: Link, platform: CommandContext["platform"]): string[] {
  if (platform === "win32") return startedAt === null ? [] : [formatPreciseTime(startedAt)];
  return start === null ? [] : [evidenceWords.showsTicks(start)];
}

function hiddenCommands(
  { inside, mainPid, worker }: Scope,
  looked: LookedFor,
  context: CommandContext,
): CheckCommand[] {
  const { platform } = context;
  const main = inside.find(({ pid }) => pid !== null && pid === mainPid)?.name.replace(/\.exe$/i, "");
  const name = looked.hidden?.name ?? main;
  const namesake = looked.hidden?.namesake ?? null;
  return [
    ...(name === undefined
      ? []
      : [
          {
            command: hostCommands.byName(platform, name),
            shows: namesake ? evidenceWords.showsOthersOnly(namesake.pid) : evidenceWords.showsNothing,
          },
        ]),
    ...(worker
      ? [
          {
            command: hostCommands.byPid(platform, worker.pid),
            shows: evidenceWords.showsWorker(worker.name),
          },
          { command: hostCommands.whole(platform, worker.pid), shows: evidenceWords.showsWhole },
        ]
      : []),
  ];
}

function kernelCommands(
  { isolation, kernels }: Scope,
  { platform, cli, name }: CommandContext,
): CheckCommand[] {
  const command = hostCommands.kernel(platform);
  const host = { command, shows: evidenceWords.showsHostKernel };
  if (platform === "win32" || cli === null || isolation === "hyperv" || kernels !== "shared") return [host];
  const inside = `${cli} exec ${quoteArgument(name)} sh -c ${quoteArgument(command)}`;
  return [host, { command: inside, shows: evidenceWords.showsSameKernel }];
}
