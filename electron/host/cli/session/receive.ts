import { IsoscopeFailure } from "../../../contract/failure.ts";
import type { VerbContext } from "../verb.ts";
import type { Take } from "./save-chunks.ts";

interface Chunk {
  readonly kind: string;
  readonly base64?: string;
}

/** Takes the bytes of an export or of a recording to its end, no faster than they are written. */
export async function receive(
  from: { readonly name: "images.export"; readonly key: string } | { readonly name: "recording.save" },
  { session, signal }: Pick<VerbContext, "session" | "signal">,
  take: Take,
): Promise<void> {
  const { client } = await session();
  return new Promise((resolve, reject) => {
    const stop = (why: unknown) => {
      stream.close();
      reject(why);
    };
    const listener = {
      chunk: ({ base64 }: Chunk) =>
        base64 === undefined ? undefined : take(Buffer.from(base64, "base64")).catch(stop),
      end: (error: ConstructorParameters<typeof IsoscopeFailure>[0] | null) =>
        error ? reject(new IsoscopeFailure(error)) : resolve(),
    };
    const stream =
      from.name === "images.export"
        ? client.stream(from.name, { key: from.key }, listener)
        : client.stream(from.name, {}, listener);
    const cancel = () => stop(new IsoscopeFailure({ code: "cancelled", op: from.name }));
    if (signal.aborted) cancel();
    else signal.addEventListener("abort", cancel, { once: true });
  });
}
