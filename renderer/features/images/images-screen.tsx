import type { Capability, EngineStatus } from "../../../electron/contract/engine.ts";
import { LiveStatus } from "../../app/live-status.tsx";
import { ScreenFrame } from "../../app/screen-frame.tsx";
import { useHost, useHostInfo, useLive } from "../../engine/host-context.tsx";
import { enginesResource } from "../../engine/resources.ts";
import { imagesStrings, notImported } from "../../strings/images.ts";
import { useFileDrop } from "../../ui/use-file-drop.ts";
import { addNotice } from "../../ui-state/notices.ts";
import { staleReason } from "../containers/container-row.ts";
import { EngineTrouble } from "../containers/engine-trouble.tsx";
import { JobLines } from "../containers/job-lines.tsx";
import { LoadingRows } from "../containers/loading-rows.tsx";
import { NoticeBars } from "../containers/notice-bars.tsx";
import { isRecording, openRecording } from "../recording/opening.ts";
import { DropTarget } from "./drop-target.tsx";
import { EnginesWithoutImages } from "./engines-without-images.tsx";
import { ImageBulkBar } from "./image-bulk-bar.tsx";
import { NoImageMatches, NoImages } from "./image-empty.tsx";
import { matchesImage, sortImages } from "./image-list-model.ts";
import type { ImageRow } from "./image-row.ts";
import { ImageTable } from "./image-table.tsx";
import { ImagesHead, ImportButton } from "./images-head.tsx";
import { useImagesView } from "./images-view.ts";
import { ReferenceBars } from "./reference-bars.tsx";
import { importFile, useUploads } from "./uploads.ts";
import { useImageRows } from "./use-image-rows.ts";
import "./images.css";

export function ImagesScreen() {
  const host = useHostInfo();
  const { client } = useHost();
  const engines = [...useLive(enginesResource).rows.values()];
  const { rows, loaded } = useImageRows();
  const { text, sort, selected } = useImagesView();
  const { news, waiting } = useUploads();
  const canImport = importCapability(engines);
  const importAll = (files: readonly File[]) => {
    for (const file of files) importFile(client, file);
  };
  const dragging = useFileDrop(({ files, folders }) => {
    for (const name of folders) refuseFolder(name);
    const [recording] = files.filter(isRecording);
    if (recording) openRecording(client, recording);
    const images = files.filter((file) => !isRecording(file));
    if (canImport.can) importAll(images);
    else for (const { name } of images) refuseFile(name, canImport.reason);
  });
  const shown = sortImages(
    rows.filter((row) => matchesImage(row, text)),
    sort,
  );
  const chosen = rows.filter((row) => selected.has(row.key));
  return (
    <ScreenFrame title={imagesStrings.title} statusLeft={<LiveStatus how={imagesStrings.live} />}>
      <ImagesHead
        count={loaded && rows.length > 0 ? { used: countUsed(rows), all: rows.length } : null}
        canImport={canImport}
        onFiles={importAll}
      />
      <div className="bars">
        <EngineTrouble engines={engines} />
        <NoticeBars />
        <ReferenceBars />
        <JobLines except={waiting.flatMap(({ job }) => job ?? [])} />
      </div>
      {chosen.length > 0 && <ImageBulkBar selected={chosen} />}
      {!loaded && <LoadingRows reading={imagesStrings.reading} />}
      {loaded && rows.length === 0 && host && (
        <NoImages host={host}>
          <ImportButton canImport={canImport} onFiles={importAll} primary />
        </NoImages>
      )}
      {rows.length > 0 && shown.length === 0 && <NoImageMatches />}
      {shown.length > 0 && <ImageTable rows={shown} />}
      <EnginesWithoutImages engines={engines} />
      <div role="status" className="visually-hidden">
        {news}
      </div>
      {dragging && (
        <DropTarget
          title={canImport.can ? imagesStrings.drop : imagesStrings.cannotDrop}
          hint={canImport.can ? imagesStrings.dropHint : canImport.reason}
        />
      )}
    </ScreenFrame>
  );
}

/** Null while it is not known of any. */
function countUsed(rows: readonly ImageRow[]): number | null {
  if (rows.some(({ users }) => users === null)) return null;
  return rows.filter(({ users }) => users !== null && users.length > 0).length;
}

/** Whether any engine takes files now; else the reason of the first, which says it best. */
function importCapability(engines: readonly EngineStatus[]): Capability {
  const told = engines.map((engine): Capability => {
    const { loadImages, importImage } = engine.capabilities;
    const stale = staleReason(engine);
    if (stale !== null) return { can: false, reason: stale };
    return loadImages.can ? loadImages : importImage;
  });
  return told.find(({ can }) => can) ?? told[0] ?? { can: false, reason: imagesStrings.noEngine };
}

const refuseFolder = (name: string) =>
  refuse(name, { code: "invalid", field: name, message: imagesStrings.folder });

const refuseFile = (name: string, reason: string) =>
  refuse(name, { code: "unsupported", capability: "import", reason });

const refuse = (name: string, error: Parameters<typeof addNotice>[0]["error"]) =>
  addNotice({ id: `drop ${name}`, title: notImported(name), error });
