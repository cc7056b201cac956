import { z } from "zod";
import { ContainerKey } from "../../../contract/container.ts";
import { IsoscopeError } from "../../../contract/errors.ts";
import { controlEach } from "../session/control.ts";
import { defineVerb } from "../verb.ts";

/** What `stop --json` and `rm --json` print. */
export const ControlOutput = z.object({
  containers: z.array(
    z.object({ given: z.string(), key: ContainerKey.nullable(), error: IsoscopeError.nullable() }),
  ),
});

export const stop = defineVerb({
  name: "stop",
  summary: "end the commands of containers",
  words: { usage: "CONTAINER…", least: 1, most: Number.POSITIVE_INFINITY, completes: "container" },
  options: {
    kill: { type: "boolean", short: "k", says: "at once, without asking the command to end" },
    signal: { type: "string", short: "s", value: "SIGNAL", says: "only send this signal: SIGHUP" },
  },
  details: ["A container is named by its name, its key (engine/id), its id or the beginning of its id."],
  examples: ["isoscope stop web", "isoscope stop -s SIGHUP docker/3f2a…"],
  output: ControlOutput,
  run: ({ values: { kill, signal }, words }, context) =>
    controlEach(words, { action: kill || signal !== undefined ? "kill" : "stop", signal }, context),
});
