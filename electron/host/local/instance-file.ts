import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";

/** How programs of this user find the Isoscope that runs. */
export const Instance = z.object({
  /** For people; whether it still runs is learnt by connecting. */
  pid: z.number().int(),
  version: z.string(),
  /** A Unix socket, on Windows a named pipe. */
  socket: z.string(),
  /** What a client has to bring, never the one-time token of a browser's link; see decision 0030. */
  token: z.string(),
  /** Where it is served to browsers, which need the link that it printed; null for the desktop app. */
  url: z.string().nullable(),
});
export type Instance = z.output<typeof Instance>;

/** @param run the folder of this run: see `Paths`. */
export const instanceFile = (run: string): string => join(run, "instance.json");

/** Null when there is none, or none that is understood. Whether it still runs is another question. */
export function readInstance(run: string): Instance | null {
  try {
    return Instance.parse(JSON.parse(readFileSync(instanceFile(run), "utf8")));
  } catch {
    return null;
  }
}

/** Readable by this user only, and whole at every moment. */
export function writeInstance(run: string, instance: Instance): void {
  const file = instanceFile(run);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${instance.pid}.new`;
  writeFileSync(fresh, `${JSON.stringify(instance, null, 2)}\n`, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
}

/** Removes it unless another instance has taken its place. */
export function removeInstance(run: string, { token }: Instance): void {
  if (readInstance(run)?.token === token) rmSync(instanceFile(run), { force: true });
}
