import type { ExportChunk } from "../../contract/image.ts";
import type { Engine, WorkContext } from "../../engine/engine.ts";

/** Small, since a reader may have many under way. */
const CHUNK_BYTES = 64 * 1024;

const STEP = 1024 * 1024;

/** An image's archive in chunks, read from the engine only as fast as they are taken. */
export async function* exportChunks(
  engine: Engine,
  id: string,
  { signal, progress }: WorkContext,
): AsyncGenerator<ExportChunk, void, undefined> {
  const tell = (current: number) => progress({ phase: "Exporting", current, total: null, unit: "bytes" });
  let [sent, told] = [0, 0];
  for await (const bytes of await engine.exportImage(id, signal)) {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      const part = Buffer.from(bytes.subarray(at, at + CHUNK_BYTES));
      yield { kind: "bytes", base64: part.toString("base64") };
      sent += part.length;
    }
    if (sent - told < STEP && told > 0) continue;
    told = sent;
    tell(sent);
  }
  tell(sent);
}
