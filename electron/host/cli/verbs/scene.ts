import { z } from "zod";
import { EXIT } from "../exit-codes.ts";
import { runScene, type SceneReport } from "../scene.ts";
import { defineVerb } from "../verb.ts";

const Pid = z.number().int();

/** What `scene --json` prints. */
const SceneOutput = z.object({
  process: z.object({
    insidePid: Pid,
    topPid: Pid,
    hostPid: Pid,
    samePid: z.boolean(),
    sameStartTime: z.boolean(),
    hostName: z.string(),
  }),
  hyperv: z.object({
    insidePid: Pid,
    hostMatches: z.number().int(),
    worker: z.object({ name: z.string(), pid: Pid }),
    guestKernel: z.string(),
    hostKernel: z.string(),
    guestBootedAfterHost: z.boolean().nullable(),
    kernels: z.enum(["shared", "separate", "unknown"]),
  }),
  timings: z.record(z.string(), z.number()),
});

export const scene = defineVerb({
  name: "scene",
  summary: "launch the demo under both isolations, print what both sides show, and remove it again",
  options: {
    image: {
      type: "string",
      value: "IMAGE",
      says: "this image instead of the built-in one",
      completes: "image",
    },
  },
  details: ["Exit code 1 when the scene does not hold: then something is not as the product says."],
  examples: ["isoscope scene", "isoscope scene --json"],
  output: SceneOutput,
  run: async ({ values }, context) => {
    const { json, out, log, clock, signal } = context;
    const { client } = await context.session();
    const report = await runScene({ client, clock, log, signal, image: values.image });
    const { holds, ...evidence } = report;
    out(json ? JSON.stringify(evidence) : describeScene(report));
    if (!holds) log("The scene does not hold: see the evidence above.");
    return holds ? EXIT.done : EXIT.failed;
  },
});

function describeScene({ process, hyperv, timings }: SceneReport): string {
  return [
    `Shared kernel   ${process.hostName}: PID ${process.insidePid} inside, ${process.topPid} in top, ${process.hostPid} on the host`,
    `                same PID: ${yes(process.samePid)}, same start time: ${yes(process.sameStartTime)}`,
    `VM              PID ${hyperv.insidePid} inside, ${hyperv.hostMatches} such processes on the host`,
    `                worker ${hyperv.worker.name}, PID ${hyperv.worker.pid}`,
    `                guest kernel ${hyperv.guestKernel}, host kernel ${hyperv.hostKernel}`,
    `Timings         ${Object.entries(timings)
      .map(([step, ms]) => `${step.replace(/Ms$/, "")} ${ms} ms`)
      .join(", ")}`,
  ].join("\n");
}

const yes = (value: boolean): string => (value ? "yes" : "no");
