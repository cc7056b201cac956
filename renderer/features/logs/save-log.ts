/** The part of the File System Access interface that is used; not every browser has it. */
interface SavePicker {
  showSaveFilePicker(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
}

const hasPicker = (page: Window): page is Window & SavePicker => "showSaveFilePicker" in page;

/**
 * Lets a person choose a file and writes the pieces to it; where the browser has no such dialog, it is a download. Resolves
 * with false when the person changed their mind; rejects when the file cannot be written.
 */
export async function saveLog(
  name: string,
  pieces: Iterable<string>,
  page: Window = window,
): Promise<boolean> {
  const file = hasPicker(page) ? await pick(page, name) : "none";
  if (file === "cancelled") return false;
  if (file === "none") download(name, pieces);
  else await write(file, pieces);
  return true;
}

async function pick(
  page: SavePicker,
  suggestedName: string,
): Promise<FileSystemFileHandle | "cancelled" | "none"> {
  try {
    return await page.showSaveFilePicker({ suggestedName });
  } catch (thrown) {
    return thrown instanceof DOMException && thrown.name === "AbortError" ? "cancelled" : "none";
  }
}

async function write(file: FileSystemFileHandle, pieces: Iterable<string>): Promise<void> {
  const target = await file.createWritable();
  try {
    for (const piece of pieces) await target.write(piece);
    await target.close();
  } catch (thrown) {
    await target.abort().catch(() => {});
    throw thrown;
  }
}

function download(name: string, pieces: Iterable<string>): void {
  const address = URL.createObjectURL(new Blob([...pieces], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** A file's name from a container's: nothing that a file system refuses. */
export const fileNameOf = (name: string): string => `${name.replaceAll(/[^\w.-]+/g, "_") || "container"}.log`;
