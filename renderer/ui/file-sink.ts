/** Where an export goes. After `abort` nothing of it is left. */
export interface FileSink {
  /** Resolves when the sink can take more. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Resolves when the file is complete. */
  close(): Promise<void>;
  abort(): Promise<void>;
}

/** Chromium's own; other browsers have none. */
interface SavePicker {
  showSaveFilePicker(options: { readonly suggestedName: string }): Promise<SavedFile>;
}

interface SavedFile extends FileSystemFileHandle {
  remove?(): Promise<void>;
}

const hasPicker = (scope: object): scope is SavePicker => "showSaveFilePicker" in scope;

/**
 * Asks where to save and streams to the disk where the browser can; else collects a download. Null when the person thinks
 * better of it. Must be called while a click is handled.
 */
export async function openFileSink(name: string, type = "application/x-tar"): Promise<FileSink | null> {
  if (!hasPicker(window)) return downloadSink(name, type);
  try {
    return await diskSink(await window.showSaveFilePicker({ suggestedName: name }));
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === "AbortError") return null;
    // A page that may not write files may still download them.
    return downloadSink(name, type);
  }
}

async function diskSink(file: SavedFile): Promise<FileSink> {
  // The picker has made an empty file unless there was one; what is written shows in it on `close` only.
  const isNew = (await file.getFile()).size === 0;
  const writable = await file.createWritable();
  return {
    write: (bytes) => writable.write(bytes),
    close: () => writable.close(),
    abort: async () => {
      await writable.abort();
      if (isNew) await file.remove?.();
    },
  };
}

/** Long enough for the browser to have begun with the download. ms */
const KEPT = 60_000;

function downloadSink(name: string, type: string): FileSink {
  let parts: Uint8Array<ArrayBuffer>[] = [];
  return {
    write: async (bytes) => void parts.push(bytes),
    close: async () => {
      const url = URL.createObjectURL(new Blob(parts, { type }));
      parts = [];
      const link = document.createElement("a");
      link.href = url;
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), KEPT);
    },
    abort: async () => {
      parts = [];
    },
  };
}
