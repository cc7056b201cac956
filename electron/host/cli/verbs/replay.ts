import { resolve } from "node:path";
import type { z } from "zod";
import { Session } from "../../../contract/session.ts";
import type { RecordingName } from "../../show-recording.ts";
import { readPort } from "../../web/serve-options.ts";
import { EXIT } from "../exit-codes.ts";
import { readWhole } from "../option-values.ts";
import { COMMON_OPTIONS, notUnderstood, parseOptions } from "../options.ts";
import type { OpenSession } from "../session/host-session.ts";
import { untilTold } from "../until-told.ts";
import { defineVerb, type Verb, type VerbContext } from "../verb.ts";
import { watchUntil } from "../watch-until.ts";

/** What only looks: a recording is never changed. */
const LOOKS: ReadonlySet<string> = new Set(["ps", "top", "scope", "host", "images", "advise"]);

const OPTIONS = {
  port: { type: "string", value: "N", says: "serve it on this port; 0 is any free one" },
  at: { type: "string", value: "SECONDS", says: "this long after its beginning; its end when left out" },
} as const;

/** @param verbs all of them: some can be used on what was recorded. */
export const replayVerb = (verbs: ReadonlyMap<string, Verb>): Verb =>
  defineVerb({
    name: "replay",
    summary: "show a recording in the browser, or to another verb",
    words: { usage: "FILE|seed [VERB …]", least: 1, most: Number.POSITIVE_INFINITY, completes: ["seed"] },
    stopsAtWord: true,
    options: {
      port: { type: "string", value: "N", says: "serve it on this port; 0 is any free one" },
      at: { type: "string", value: "SECONDS", says: "this long after its beginning; its end when left out" },
    },
    details: [
      '"seed" is the recording that is shipped with the app. Without a VERB it is served until Ctrl+C; with --json what it',
      `says of itself is printed instead. A VERB (${[...LOOKS].join(", ")}) sees the recorded host; no engine is started.`,
    ],
    examples: [
      "isoscope replay seed",
      "isoscope replay demo.isoscope ps -a",
      "isoscope replay --at 30 demo.isoscope scope web --find ping",
    ],
    output: Session,
    run: async ({ values: before, words: [given = "", ...rest] }, outer) => {
      // Its own options may stand behind the file as well.
      const { values: after, words } = parseOptions(
        rest,
        { ...OPTIONS, ...COMMON_OPTIONS },
        { stopsAtWord: true },
      );
      const [name, ...args] = words;
      const values = { ...before, ...after };
      const context = { ...outer, json: values.json === true };
      const recording = given === "seed" ? { builtIn: true as const } : { path: resolve(given) };
      const seconds = readWhole("at", values.at, { least: 0, most: 86_400 });
      const verb = name === undefined ? null : verbs.get(name);
      if (name !== undefined && (!verb || !LOOKS.has(name))) {
        throw notUnderstood(`"${name}" does not go with a recording: ${[...LOOKS].join(", ")} do.`);
      }
      if (!verb && !context.json) return served(recording, values.port, context);
      const parsed = verb?.parse(args);
      const session = await context.openRecording(recording);
      try {
        const state = await goTo(session, seconds, context);
        const { common } = parsed ?? {};
        const json = context.json || common?.json === true;
        if (parsed) return await parsed.run({ ...context, json, session: async () => session });
        context.out(JSON.stringify(state));
        return EXIT.done;
      } finally {
        await session.close();
      }
    },
  });

async function served(
  recording: RecordingName,
  port: string | undefined,
  context: VerbContext,
): Promise<number> {
  const app = await context.serve(port === undefined ? null : readPort(port), recording);
  context.out(app.url);
  await untilTold(context.signal);
  await app.close();
  return EXIT.done;
}

const OPEN_MS = 30_000;

/** Stands still at that moment, so that what is read is of one. Resolves with what the recording says of itself. */
async function goTo(
  { client }: OpenSession,
  seconds: number | undefined,
  { clock, signal }: VerbContext,
): Promise<z.output<typeof Session>> {
  const wait = { what: "opening the recording", ms: OPEN_MS, clock, signal };
  const shown = ([one]: readonly Session[]) => (one?.kind === "replay" ? one : undefined);
  const { durationMs } = await watchUntil(client, "session.watch", {}, shown, wait);
  const positionMs = seconds === undefined ? durationMs : Math.min(seconds * 1000, durationMs);
  await client.call("session.control", { action: "pause" });
  await client.call("session.control", { action: "seek", positionMs });
  return watchUntil(client, "session.watch", {}, shown, wait);
}
