import { IsoscopeFailure } from "../../contract/failure.ts";
import { MOST_PART_BYTES, type UploadPart } from "../../contract/image.ts";

/** Whoever has the file. */
interface Asker {
  ask(question: { kind: "want" }): Promise<UploadPart>;
}

/** The file's bytes, each part asked for when it is wanted: what is slow behind it makes the sender wait. */
export async function* receiveFile(exchange: Asker): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const part = await exchange.ask({ kind: "want" });
    if (part.kind === "end") return;
    if (part.kind !== "bytes") throw unasked("bytes or the end of the file");
    yield decoded(part.base64);
  }
}

/** Node's decoder passes over what is not base64; a part that was cut or changed must not become another file. */
function decoded(base64: string): Uint8Array {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length > 0 && bytes.length <= MOST_PART_BYTES && bytes.toString("base64") === base64)
    return bytes;
  throw new IsoscopeFailure({
    code: "invalid",
    field: "base64",
    message: `a part is 1 to ${MOST_PART_BYTES} bytes as base64`,
  });
}

/** An answer of another kind than was asked for. */
export const unasked = (wanted: string): IsoscopeFailure =>
  new IsoscopeFailure({ code: "invalid", field: "kind", message: `${wanted} was asked for` });
