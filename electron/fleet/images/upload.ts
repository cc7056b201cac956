import type { z } from "zod";
import { IsoscopeFailure } from "../../contract/failure.ts";
import { MOST_PART_BYTES, type UploadAsk, type UploadFile, type UploadPart } from "../../contract/image.ts";
import type { Engine, ReadableTar, WorkContext } from "../../engine/engine.ts";
import { referenceProblem, suggestedReference } from "../../model/image-reference.ts";
import type { Exchange } from "./exchange.ts";
import { peekArchive } from "./peek-archive.ts";

export type UploadExchange = Exchange<UploadAsk, UploadPart>;

/** What of an engine takes files. */
type Keeper = Pick<Engine, "status" | "loadImages" | "importImage">;

/** Takes a file in from whoever has it and imports what it is. Resolves with the names of the images. */
export async function takeFile(
  exchange: UploadExchange,
  file: z.output<typeof UploadFile>,
  engine: Keeper,
  work: WorkContext,
): Promise<readonly string[]> {
  work.progress({ phase: "Looking at the file" });
  const { kind, bytes } = await peekArchive(receive(exchange));
  const options = { sizeBytes: file.size };
  if (kind === "images") {
    refuseUnless(engine, "loadImages");
    return engine.loadImages(bytes, options, work);
  }
  refuseUnless(engine, "importImage");
  // A bar that moved would say that something is being done.
  work.progress({ phase: "Waiting for a reference", current: 0, total: file.size, unit: "bytes" });
  const ref = await askReference(exchange, suggestedReference(file.name));
  await engine.importImage(bytes, ref, { ...options, defaultCommand: [], env: {} }, work);
  return [ref];
}

function refuseUnless({ status }: Keeper, capability: "loadImages" | "importImage"): void {
  const told = status.capabilities[capability];
  if (told.can) return;
  throw new IsoscopeFailure({ code: "unsupported", capability, reason: told.reason });
}

/** The file's bytes, each part asked for when it is wanted: what is slow behind it makes the sender wait. */
async function* receive(exchange: UploadExchange): ReadableTar {
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

async function askReference(exchange: UploadExchange, suggested: string): Promise<string> {
  for (let problem: string | null = null; ; ) {
    const part = await exchange.ask({ kind: "want-reference", suggested, problem });
    if (part.kind !== "reference") throw unasked("a reference");
    problem = referenceProblem(part.ref);
    if (problem === null) return part.ref;
  }
}

const unasked = (wanted: string) =>
  new IsoscopeFailure({ code: "invalid", field: "kind", message: `${wanted} was asked for` });
