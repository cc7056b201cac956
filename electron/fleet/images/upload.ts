import type { z } from "zod";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { UploadAsk, UploadFile, UploadPart } from "../../contract/image.ts";
import type { Engine, WorkContext } from "../../engine/engine.ts";
import { referenceProblem, suggestedReference } from "../../model/image-reference.ts";
import type { Exchange } from "./exchange.ts";
import { peekArchive } from "./peek-archive.ts";
import { receiveFile, unasked } from "./receive-file.ts";

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
  const { kind, bytes } = await peekArchive(receiveFile(exchange));
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

async function askReference(exchange: UploadExchange, suggested: string): Promise<string> {
  for (let problem: string | null = null; ; ) {
    const part = await exchange.ask({ kind: "want-reference", suggested, problem });
    if (part.kind !== "reference") throw unasked("a reference");
    problem = referenceProblem(part.ref);
    if (problem === null) return part.ref;
  }
}
