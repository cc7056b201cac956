import { IsoscopeFailure } from "../../../contract/failure.ts";
import { isActive, nameOf } from "../container-words.ts";
import { controlEach } from "../session/control.ts";
import { defineVerb } from "../verb.ts";
import { ControlOutput } from "./stop.ts";

export const rm = defineVerb({
  name: "rm",
  summary: "remove containers",
  words: { usage: "CONTAINER…", least: 1, most: Number.POSITIVE_INFINITY, completes: "container" },
  options: { force: { type: "boolean", short: "f", says: "also those that run: their commands are killed" } },
  details: ["A container is named by its name, its key (engine/id), its id or the beginning of its id."],
  examples: ["isoscope rm web", "isoscope rm -f ping-shared ping-vm"],
  output: ControlOutput,
  run: ({ values: { force }, words }, context) =>
    controlEach(
      words,
      {
        action: "remove",
        check: (container) => {
          if (force || !isActive(container)) return;
          throw new IsoscopeFailure({
            code: "conflict",
            message: `${nameOf(container)} is ${container.state}.`,
            fix: `Stop it first, or: isoscope rm -f ${nameOf(container)}`,
          });
        },
      },
      context,
    ),
});
