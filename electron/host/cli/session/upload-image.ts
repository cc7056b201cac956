import type { FileHandle } from "node:fs/promises";
import { IsoscopeFailure } from "../../../contract/failure.ts";
import { MOST_PART_BYTES, type UploadAsk, type UploadPart } from "../../../contract/image.ts";
import type { VerbContext } from "../verb.ts";

export interface ImageFile {
  readonly file: FileHandle;
  readonly name: string;
  readonly size: number;
  /** The engine that shall have it; null leaves the choice to the host. */
  readonly engine: string | null;
  /** What a root filesystem shall be called; null takes what is suggested. */
  readonly reference: string | null;
}

/** Sends the file as the host asks for it. Resolves with the names of the images that are there now. */
export async function uploadImage(
  { file, name, size, engine, reference }: ImageFile,
  { session, signal }: Pick<VerbContext, "session" | "signal">,
  sent: (bytes: number) => void,
): Promise<readonly string[]> {
  const { client } = await session();
  return new Promise((resolve, reject) => {
    let names: readonly string[] = [];
    let total = 0;
    const input = { name, size, ...(engine === null ? {} : { engine }) };
    const chunk = async (ask: UploadAsk) => {
      if (ask.kind === "done") names = ask.names;
      else if (ask.kind === "want-reference") answerReference(ask);
      else if (ask.kind === "want") stream.send(await part());
    };
    const end = (error: ConstructorParameters<typeof IsoscopeFailure>[0] | null) =>
      error ? reject(new IsoscopeFailure(error)) : resolve(names);
    const stream = client.stream("images.upload", input, {
      chunk: (ask) => chunk(ask).catch((thrown: unknown) => stop(thrown)),
      end,
    });
    const stop = (why: unknown) => {
      stream.close();
      reject(why);
    };
    const part = async (): Promise<UploadPart> => {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(MOST_PART_BYTES) });
      total += bytesRead;
      sent(total);
      if (bytesRead === 0) return { kind: "end" };
      return { kind: "bytes", base64: buffer.subarray(0, bytesRead).toString("base64") };
    };
    const answerReference = ({ suggested, problem }: Extract<UploadAsk, { kind: "want-reference" }>) => {
      if (problem === null) stream.send({ kind: "reference", ref: reference ?? suggested });
      else stop(new IsoscopeFailure({ code: "invalid", field: "--ref", message: problem }));
    };
    signal.addEventListener("abort", () => stop(new IsoscopeFailure({ code: "cancelled", op: "import" })), {
      once: true,
    });
  });
}
