import { z } from "zod";
import { StartStamp } from "../../contract/process.ts";

/** The line protocol's version; the guest says its own in `ready` (`native/guest/guest.h`). */
export const PROTOCOL = 1;

const count = z.number().int().nonnegative();

/** What the guest tells about its kernel and this boot. */
export const GuestInfo = z.object({
  release: z.string().min(1).max(200),
  boot_id: z.string().max(64).nullable(),
  uptime_ms: count,
  time_ms: count,
  ticks_per_second: z.number().int().positive(),
});
export type GuestInfo = z.output<typeof GuestInfo>;

export const GuestProcess = z.object({
  pid: count,
  ppid: count,
  start: StartStamp,
  name: z.string(),
  command: z.string(),
  user: z.string().nullable(),
  cpu_ms: count,
  rss_bytes: count,
});
export type GuestProcess = z.output<typeof GuestProcess>;

export const ProcessReply = z.object({ processes: z.array(GuestProcess) });
export const ExecReply = z.object({ job: z.number().int().positive(), pid: count });
export const EmptyReply = z.object({});

export const ReadyFrame = GuestInfo.extend({ event: z.literal("ready"), protocol: z.number().int() });
export const OutputFrame = z.object({
  event: z.literal("output"),
  job: z.number().int(),
  source: z.enum(["stdout", "stderr", "tty"]),
  data: z.base64(),
});
export const ExitFrame = z.object({
  event: z.literal("exit"),
  job: z.number().int(),
  code: z.number().int().min(0).max(255),
  signal: z.number().int().nullable(),
});
const GuestEvent = z.discriminatedUnion("event", [ReadyFrame, OutputFrame, ExitFrame]);

const Refusal = z.object({
  id: z.number().int(),
  ok: z.literal(false),
  code: z.string(),
  message: z.string(),
  stage: z.string().optional(),
  errno: z.number().int().optional(),
});
export type Refusal = z.output<typeof Refusal>;

/** The members of a good answer are checked by who asked. */
const Answer = z.looseObject({ id: z.number().int(), ok: z.literal(true) });

const Frame = z.union([GuestEvent, Answer, Refusal]);
export type Frame = z.output<typeof Frame>;

/** One line from the guest, which is not trusted: null for anything that is no frame. */
export function parseFrame(line: string): Frame | null {
  const start = line.indexOf("{");
  if (start < 0) return null;
  try {
    return Frame.safeParse(JSON.parse(line.slice(start))).data ?? null;
  } catch {
    return null;
  }
}
