import { z } from "zod";

/** A hint that something changed. It never carries the change itself: the reader asks again for that one thing. */
export interface DaemonEvent {
  readonly kind: "container" | "image";
  readonly id: string;
  readonly action: string;
}

const text = z.string().optional().catch(undefined);

/** Both shapes: `status`/`id` of old daemons, `Action`/`Actor.ID`, which API 1.52 leaves alone on the field. */
const RawEvent = z.looseObject({
  Type: text,
  Action: text,
  Actor: z.looseObject({ ID: text }).optional().catch(undefined),
  status: text,
  id: text,
});

/** Events that change nothing we show. `top` above all: a reader who answers it with another `top` never rests. */
const NOISE =
  /^(top|exec|attach|detach|resize|copy|export|archive-path|extract-to-dir|health_status|mount|init|sync)\b/;

/** Reads one event; null for noise, other kinds of object, and what is not an event. */
export function toEvent(raw: unknown): DaemonEvent | null {
  const parsed = RawEvent.safeParse(raw);
  if (!parsed.success) return null;
  const event = parsed.data;
  const action = event.Action ?? event.status ?? "";
  const id = event.Actor?.ID ?? event.id ?? "";
  // Old daemons send no Type with container events.
  const kind = event.Type ?? "container";
  if (id === "" || NOISE.test(action) || action.startsWith("exec_")) return null;
  return kind === "container" || kind === "image" ? { kind, id, action } : null;
}
