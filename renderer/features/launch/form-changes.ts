import type { Isolation } from "../../../electron/contract/engine.ts";
import { joinCommand } from "../../../electron/model/command-line.ts";
import type { RunLine } from "../../../electron/model/docker-run-line.ts";
import type { PostureRemedy } from "../../../electron/model/posture.ts";
import { memoryWord } from "../../../electron/model/run-line/memory.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { draftOf, type HoleDraft } from "./holes/hole-draft.ts";
import type { LaunchForm, Trust } from "./launch-form.ts";

/** The form as it opens: the demo's command with the demo's image, an image's own with any other. */
export const beginning = (host: HostInfo, image: string): LaunchForm => ({
  image,
  command: image === host.demo.image ? joinCommand(host.demo.command) : "",
  interactive: false,
  isolation: "default",
  isolationChosen: false,
  trust: null,
  holes: [],
  name: "",
  env: "",
  memory: "",
  cpus: "",
});

/** Somebody chose: from now on no answer about trust changes it. */
export const withIsolation = (form: LaunchForm, isolation: Isolation | "default"): LaunchForm => ({
  ...form,
  isolation,
  isolationChosen: true,
});

/** Untrusted code gets a kernel of its own unless somebody chose otherwise. */
export function withTrust(form: LaunchForm, trust: Trust): LaunchForm {
  if (form.isolationChosen) return { ...form, trust };
  return { ...form, trust, isolation: trust === "untrusted" ? "hyperv" : "default" };
}

/** What a line asks for; the answer about trust stays, for no line has it. */
export function fromRunLine(form: LaunchForm, launch: RunLine): LaunchForm {
  const filled: LaunchForm = {
    image: launch.image,
    command: joinCommand(launch.command),
    interactive: launch.interactive,
    isolation: launch.isolation,
    isolationChosen: launch.isolation !== "default",
    trust: form.trust,
    holes: launch.holes.map((hole, index) => draftOf(hole, index + 1)),
    name: launch.name ?? "",
    env: Object.entries(launch.env)
      .map(([name, value]) => `${name}=${value}`)
      .join("\n"),
    memory: launch.memoryBytes === null ? "" : memoryWord(launch.memoryBytes),
    cpus: launch.cpus === null ? "" : String(launch.cpus),
  };
  return withTrust(filled, form.trust);
}

/** The form with the worst hole closed or narrowed. */
export function withRemedy(form: LaunchForm, { kind, index }: PostureRemedy): LaunchForm {
  const holes =
    kind === "remove"
      ? form.holes.filter((_hole, at) => at !== index)
      : form.holes.map((hole, at) => (at === index ? narrowed(hole) : hole));
  return { ...form, holes };
}

function narrowed(hole: HoleDraft): HoleDraft {
  if (hole.kind === "folder") return { ...hole, readOnly: true };
  return hole.kind === "port" ? { ...hole, hostIp: "127.0.0.1" } : hole;
}
