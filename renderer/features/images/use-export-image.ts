import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import { formatBytes } from "../../../electron/model/format.ts";
import { useHost } from "../../engine/host-context.tsx";
import { exported, notExported } from "../../strings/images.ts";
import { openFileSink } from "../../ui/file-sink.ts";
import { addNotice, dismiss } from "../../ui-state/notices.ts";
import { showToast } from "../../ui-state/toasts.ts";
import { exportImage, exportName } from "./export-image.ts";
import type { ImageRow } from "./image-row.ts";

/** Saves an image as a file: asks where, then streams. Progress and Cancel are the job's line; the end is a toast. */
export function useExportImage(): (row: ImageRow) => Promise<void> {
  const { client } = useHost();
  return async ({ key, name }) => {
    const file = exportName(name);
    const sink = await openFileSink(file);
    if (!sink) return;
    let job: string | null = null;
    try {
      const { size } = await exportImage(client, key, sink, (told) => {
        job = told;
      });
      showToast({ id: `export ${key}`, title: exported(file), body: formatBytes(size) });
    } catch (thrown) {
      const error = toIsoscopeError(thrown);
      if (job !== null) dismiss(`job ${job}`);
      if (error.code !== "cancelled") addNotice({ id: `export ${key}`, title: notExported(name), error });
    }
  };
}
