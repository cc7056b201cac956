import type { Link, Scope } from "../../../electron/contract/scope.ts";
import { quoteArgument } from "../../../electron/model/command-line.ts";
import { hostCommands } from "../../../electron/model/terminal-commands.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { scopeStrings } from "../../strings/scope.ts";
import { formatPreciseTime } from "../../ui/format.ts";
import type { Found } from "./find.ts";

export interface CommandContext {
  readonly platform: HostInfo["platform"];
  /** The engine's command line, e.g. `docker`; null where it has none. */
  readonly cli: string | null;
  /** What the engine calls the container. */
  readonly name: string;
}

export interface CheckCommand {
  readonly command: string;
  /** What it prints if the screen tells the truth. */
  readonly shows: string;
}

/** The commands that show in a terminal what the screen claims. Only what is on this screen, each with what to expect. */
export function checkCommands(scope: Scope, found: Found, context: CommandContext): readonly CheckCommand[] {
  return [
    ...topCommand(scope, context),
    ...(scope.isolation === "hyperv"
      ? hiddenCommands(scope, found, context)
      : linkCommands(scope, found, context)),
    ...kernelCommands(scope, context),
  ];
}

function topCommand(scope: Scope, { cli, name }: CommandContext): CheckCommand[] {
  if (cli === null) return [];
  const [first] = scope.links;
  const shared = first && first.insidePid !== first.hostPid;
  const shows = shared ? scopeStrings.topShowsHostPids : scopeStrings.topShowsPids;
  return [{ command: `${cli} top ${quoteArgument(name)}`, shows }];
}

/** The link that was found, else that of the container's own command. */
function linkCommands({ links, mainPid }: Scope, { result }: Found, context: CommandContext): CheckCommand[] {
  const wanted = result.kind === "same" ? result.link : links.find(({ insidePid }) => insidePid === mainPid);
  const link = wanted ?? links[0];
  if (!link) return [];
  const { platform } = context;
  const { byPid, nsPids, start } = hostCommands;
  return [
    { command: byPid(platform, link.hostPid), shows: scopeStrings.showsRow(link.hostPid) },
    ...(link.tie.startsWith("NSpid")
      ? [{ command: nsPids(link.hostPid), shows: scopeStrings.showsNsPids(link.tie.replace(/^NSpid /, "")) }]
      : []),
    ...startShows(link, platform).map((shows) => ({ command: start(platform, link.hostPid), shows })),
  ];
}

/** What the start command prints: the stamp itself on Linux, the clock time on Windows. Nothing where it was not read. */
function startShows({ start, startedAt }: Link, platform: CommandContext["platform"]): string[] {
  if (platform === "win32") return startedAt === null ? [] : [formatPreciseTime(startedAt)];
  return start === null ? [] : [scopeStrings.showsTicks(start)];
}

function hiddenCommands(
  { inside, mainPid, worker }: Scope,
  { result }: Found,
  context: CommandContext,
): CheckCommand[] {
  const { platform } = context;
  const main = inside.find(({ pid }) => pid !== null && pid === mainPid)?.name.replace(/\.exe$/i, "");
  const name = result.kind === "hidden" ? result.name : main;
  const namesake = result.kind === "hidden" ? result.namesake : null;
  return [
    ...(name === undefined
      ? []
      : [
          {
            command: hostCommands.byName(platform, name),
            shows: namesake ? scopeStrings.showsOthersOnly(namesake.pid) : scopeStrings.showsNothing,
          },
        ]),
    ...(worker
      ? [
          { command: hostCommands.byPid(platform, worker.pid), shows: scopeStrings.showsWorker(worker.name) },
          { command: hostCommands.whole(platform, worker.pid), shows: scopeStrings.showsWhole },
        ]
      : []),
  ];
}

function kernelCommands(
  { isolation, kernels }: Scope,
  { platform, cli, name }: CommandContext,
): CheckCommand[] {
  const command = hostCommands.kernel(platform);
  const host = { command, shows: scopeStrings.showsHostKernel };
  if (platform === "win32" || cli === null || isolation === "hyperv" || kernels !== "shared") return [host];
  const inside = `${cli} exec ${quoteArgument(name)} sh -c ${quoteArgument(command)}`;
  return [host, { command: inside, shows: scopeStrings.showsSameKernel }];
}
