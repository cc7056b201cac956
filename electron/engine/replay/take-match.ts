import type { EngineLaunch } from "../engine.ts";
import type { EventOf } from "./recording.ts";

export type Take = EventOf<"take">;

/** Whether the recording's launch is the one that is asked for. An empty command is the image's own. */
export function matches(take: Take, spec: EngineLaunch): boolean {
  const command = spec.command.join(" ");
  return (
    take.isolation === spec.isolation &&
    tagged(take.image) === tagged(spec.image) &&
    (command === "" || command === take.command)
  );
}

const tagged = (ref: string): string => (/[:@][^/]*$/.test(ref) ? ref : `${ref}:latest`);

/** What is asked for beyond image, command and name: the recorded launch was made without. */
export function extraOf({ env, memoryBytes, cpus, holes }: EngineLaunch): string | null {
  if (holes.length > 0) return "holes in the boundary";
  if (Object.keys(env).length > 0) return "environment variables";
  return memoryBytes !== null || cpus !== null ? "limits" : null;
}
