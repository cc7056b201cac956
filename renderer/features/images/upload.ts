import type { Client } from "../../../electron/contract/client.ts";
import type { IsoscopeContract } from "../../../electron/contract/contract.ts";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import type { UploadAsk } from "../../../electron/contract/image.ts";
import { FileParts, type FileSource } from "../../engine/file-parts.ts";

export type ReferenceAsk = Extract<UploadAsk, { kind: "want-reference" }>;

export interface UploadEvents {
  job(id: string): void;
  /** The file is a root filesystem; answer with {@link Upload.name}. Asked again when the answer was none. */
  reference(ask: ReferenceAsk): void;
  /** The images are there. */
  done(names: readonly string[]): void;
  /** Nothing was left behind. `cancelled` when a person wanted it so. */
  failed(error: IsoscopeError): void;
}

export interface Upload {
  name(ref: string): void;
  cancel(): void;
}

export type UploadSource = FileSource;

/** Hands a file over part by part as the server asks for it; only one part is ever in memory. */
export function uploadFile(
  client: Client<IsoscopeContract>,
  file: UploadSource,
  events: UploadEvents,
): Upload {
  const parts = new FileParts(file);
  const fail = (error: IsoscopeError) => {
    stream.close();
    events.failed(error);
  };
  const sendNext = async () => stream.send(await parts.next());
  const stream = client.stream(
    "images.upload",
    { name: file.name, size: file.size },
    {
      chunk: (ask) => {
        if (ask.kind === "job") events.job(ask.job);
        else if (ask.kind === "want") sendNext().catch((thrown: unknown) => fail(unreadable(file, thrown)));
        else if (ask.kind === "want-reference") events.reference(ask);
        else events.done(ask.names);
      },
      end: (error) => {
        if (error) events.failed(error);
      },
    },
  );
  return {
    name: (ref) => stream.send({ kind: "reference", ref }),
    cancel: () => fail({ code: "cancelled", op: "import" }),
  };
}

/** Moved, changed or removed since it was chosen, or a folder. */
const unreadable = ({ name }: UploadSource, thrown: unknown): IsoscopeError => ({
  code: "invalid",
  field: name,
  message: "the file could not be read",
  detail: String(thrown),
});
