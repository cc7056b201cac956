import { capture } from "../doctor/capture.ts";

/** Milliseconds; it takes some tens. */
const DEADLINE_MS = 3000;
const NO_SUCH_KEY = 1;

/** What `reg.exe query KEY` prints; null when there is no such key. Rejects where it cannot be asked or takes too long. */
export async function queryRegistry(key: string): Promise<string | null> {
  const program = `${process.env.SystemRoot ?? String.raw`C:\Windows`}\\System32\\reg.exe`;
  try {
    return await capture([program, "query", key], AbortSignal.timeout(DEADLINE_MS));
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === NO_SUCH_KEY) return null;
    throw thrown;
  }
}
