import type { ContainerState, Port } from "../../contract/container.ts";
import type { Isolation } from "../../contract/engine.ts";
import type { IsoscopeError } from "../../contract/errors.ts";
import type { EngineContainer } from "../engine.ts";
import { actionsFor } from "./actions.ts";
import type { DaemonFacts } from "./facts.ts";
import { effectiveIsolation } from "./isolation.ts";
import type { ContainerInspect } from "./parse.ts";

/** What was learnt of a container elsewhere than from its inspect. */
export interface Besides {
  /** The OCI runtime; absent or null takes inspect's own. */
  readonly runtime?: string | null;
  /** The isolation by which the daemon lists it (Windows). */
  readonly listed?: Isolation | null;
  /** The Windows version an image says it is made of, by the image's id. */
  readonly osVersionOf?: (image: string) => string | null;
}

/** A container as the daemon's inspect describes it. */
export function toContainer(
  inspected: ContainerInspect,
  facts: DaemonFacts,
  { runtime = null, listed = null, osVersionOf = () => null }: Besides = {},
): EngineContainer {
  const { State, Config, HostConfig } = inspected;
  const state = stateOf(inspected);
  const { isolation, evidence } = effectiveIsolation(
    facts,
    { inspected: HostConfig.Isolation, listed },
    runtime ?? (HostConfig.Runtime || facts.defaultRuntime),
  );
  const onHost = facts.sharesHost && isolation === "process" && State.Pid > 0;
  // Windows' State.Pid is the number that HCS gave the process where it runs: in the VM, if there is one.
  const inGuest = facts.os === "windows" && isolation === "hyperv" && State.Pid > 0;
  return {
    id: inspected.Id,
    name: inspected.Name.replace(/^\//, ""),
    image: { ref: Config.Image, id: inspected.Image || null, osVersion: osVersionOf(inspected.Image) },
    command: [inspected.Path, ...inspected.Args].join(" ").trim(),
    isolation,
    isolationEvidence: evidence,
    state,
    exitCode: state === "exited" || state === "failed" ? State.ExitCode : null,
    failure: failureOf(state, State),
    createdAt: toTime(inspected.Created),
    startedAt: toTime(State.StartedAt),
    finishedAt: state === "running" || state === "paused" ? null : toTime(State.FinishedAt),
    ports: toPorts(inspected.NetworkSettings?.Ports ?? {}),
    owner: facts.flavour,
    tty: Config.Tty,
    interactive: Config.OpenStdin,
    mainPid: onHost ? State.Pid : null,
    guestPid: inGuest ? State.Pid : null,
    worker: null,
    actions: actionsFor(state, facts.os, isolation),
  };
}

/** Docker's words, and podman's where they differ. */
const STATES: ReadonlyMap<string, ContainerState> = new Map([
  ["created", "created"],
  ["configured", "created"],
  ["initialized", "created"],
  ["running", "running"],
  ["paused", "paused"],
  ["restarting", "starting"],
  ["removing", "removing"],
  ["stopping", "stopping"],
  ["exited", "exited"],
  ["stopped", "exited"],
  ["dead", "failed"],
]);

/** A container that was never started because its command could not be stays "created" in Docker's words. */
function stateOf({ State }: ContainerInspect): ContainerState {
  const state = STATES.get(State.Status.toLowerCase()) ?? "unknown";
  return state === "created" && State.Error !== "" ? "failed" : state;
}

function failureOf(state: ContainerState, told: ContainerInspect["State"]): IsoscopeError | null {
  if (state !== "exited" && state !== "failed") return null;
  if (told.OOMKilled) {
    return { code: "internal", message: "The kernel ended it: it used more memory than its limit allows." };
  }
  if (told.Error === "") return null;
  return { code: "start-failed", reason: told.Error, exitCode: told.ExitCode };
}

/** ms since the Unix epoch. Go's zero time (year 1) and unreadable text mean "never". */
export function toTime(text: string): number | null {
  const time = Date.parse(text);
  return Number.isNaN(time) || time <= 0 ? null : time;
}

type Bindings = NonNullable<ContainerInspect["NetworkSettings"]>["Ports"];

const PROTOCOLS = ["tcp", "udp", "sctp"] as const;

/** `{"80/tcp": [{HostIp, HostPort}], "443/tcp": null}`: null is exposed and not published. */
export function toPorts(bindings: Bindings): readonly Port[] {
  return Object.entries(bindings).flatMap(([key, published]) => {
    const [number, word = "tcp"] = key.split("/");
    const containerPort = toPort(number ?? "");
    const protocol = PROTOCOLS.find((known) => known === word);
    if (containerPort === null || !protocol) return [];
    const unpublished = { HostIp: "", HostPort: "" };
    return (published?.length ? published : [unpublished]).map(({ HostIp, HostPort }) => ({
      hostIp: HostIp || null,
      hostPort: toPort(HostPort),
      containerPort,
      protocol,
    }));
  });
}

function toPort(text: string): number | null {
  const port = Number(text);
  return /^\d+$/.test(text) && port > 0 && port <= 65_535 ? port : null;
}
