import { resolve } from "node:path";
import { z } from "zod";
import { RecordingState, type Session } from "../../../contract/session.ts";
import { formatBytes, formatDuration, plural } from "../../../model/format.ts";
import { EXIT } from "../exit-codes.ts";
import { readWhole } from "../option-values.ts";
import { notUnderstood } from "../options.ts";
import { ProgressLine } from "../progress-line.ts";
import { settledEngines } from "../session/engines.ts";
import { follow } from "../session/follow.ts";
import { receive } from "../session/receive.ts";
import { saveChunks } from "../session/save-chunks.ts";
import { defineVerb, type VerbContext } from "../verb.ts";

const RecordOutput = z.object({ file: z.string(), recording: RecordingState });

export const record = defineVerb({
  name: "record",
  summary: "record this host to a file that replays anywhere",
  options: {
    output: {
      type: "string",
      short: "o",
      value: "FILE",
      says: "where it goes: demo.isoscope",
      completes: "file",
    },
    duration: { type: "string", value: "SECONDS", says: "end by itself after this long; else with Ctrl+C" },
    title: { type: "string", value: "TEXT", says: "what it is called; else named for the host and the time" },
    "output-of-containers": { type: "boolean", says: "also what containers print, which nobody masks" },
  },
  details: ["Ctrl+C ends the recording and saves it: exit code 0."],
  examples: ["isoscope record -o demo.isoscope --duration 60"],
  output: RecordOutput,
  run: async ({ values }, context) => {
    if (values.output === undefined) throw notUnderstood("record needs --output FILE.");
    const file = resolve(values.output);
    const seconds = readWhole("duration", values.duration, { least: 1, most: 86_400 });
    await settledEngines(context);
    const { client } = await context.session();
    const { hostName } = await client.call("host.info", {});
    const title = values.title ?? `${hostName}, ${new Date(context.clock.now()).toISOString()}`;
    await client.call("recording.start", { title, output: values["output-of-containers"] === true });
    const recording = await recorded(seconds, context);
    await save(file, context);
    await client.call("recording.discard", {});
    if (context.json)
      context.out(JSON.stringify({ file, recording } satisfies z.output<typeof RecordOutput>));
    else {
      context.out(file);
      const { events, sizeBytes, gaps } = recording;
      context.log(`${plural(events, "change")}, ${formatBytes(sizeBytes)}`);
      for (const gap of gaps) context.log(`Not in it: ${gap}`);
    }
    return EXIT.done;
  },
});

/** Records until the time is over or the user has had enough, and tells how it grows. */
async function recorded(seconds: number | undefined, context: VerbContext): Promise<RecordingState> {
  const { clock, signal, terminal } = context;
  const { client } = await context.session();
  const over = new AbortController();
  const end = () => over.abort();
  const cancelTimer = seconds === undefined ? () => {} : clock.after(seconds * 1000, end);
  if (signal.aborted) end();
  else signal.addEventListener("abort", end, { once: true });
  const progress = new ProgressLine(terminal.err);
  const show = (session: Session | undefined) => {
    if (session?.kind !== "live" || !session.recording) return;
    const { startedAt, events, sizeBytes } = session.recording;
    const so = `${formatDuration(clock.now() - startedAt)}, ${plural(events, "change")}, ${formatBytes(sizeBytes)}`;
    progress.show("Recording", so);
  };
  try {
    await follow(
      client,
      "session.watch",
      {},
      {
        snapshot: ({ entries }) => show(entries[0]?.[1]),
        change: ({ upsert }) => show(upsert[0]?.[1]),
      },
      over.signal,
    ).catch((thrown: unknown) => {
      if (!over.signal.aborted) throw thrown;
    });
    return await client.call("recording.stop", {});
  } finally {
    cancelTimer();
    signal.removeEventListener("abort", end);
    progress.clear();
  }
}

/** A signal of its own: Ctrl+C has ended the recording, not its way into the file. */
function save(file: string, { session }: VerbContext): Promise<void> {
  const { signal } = new AbortController();
  return saveChunks(file, (take) => receive({ name: "recording.save" }, { session, signal }, take));
}
