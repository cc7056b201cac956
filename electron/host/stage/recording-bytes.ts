import { constants, type FileHandle, open } from "node:fs/promises";
import { IsoscopeFailure } from "../../contract/failure.ts";

/** The bytes of a file on the host. Rejects with `not-found` for what is no regular file, and `denied`. */
export async function* fileBytes(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await opened(path);
  try {
    // Asked of what is open, so that it cannot become a device in between.
    if (!(await file.stat()).isFile()) throw missing(path);
    yield* file.createReadStream({ autoClose: false });
  } finally {
    await file.close();
  }
}

/** Without waiting: opening a pipe would else wait for whoever writes into it. */
function opened(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((thrown: unknown) => {
    throw openFailure(thrown, path);
  });
}

const missing = (path: string) => new IsoscopeFailure({ code: "not-found", what: "recording", name: path });

function openFailure(thrown: unknown, path: string): IsoscopeFailure {
  const code = thrown instanceof Error && "code" in thrown ? thrown.code : "";
  if (code !== "EACCES" && code !== "EPERM") return missing(path);
  return new IsoscopeFailure({ code: "denied", reason: `This user may not read ${path}.` });
}
