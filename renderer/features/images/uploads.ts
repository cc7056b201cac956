import { create } from "zustand";
import type { Client } from "../../../electron/contract/client.ts";
import type { IsoscopeContract } from "../../../electron/contract/contract.ts";
import { navigate, parseRoute } from "../../app/router.ts";
import { imagesStrings, imported, notImported } from "../../strings/images.ts";
import { addNotice, dismiss } from "../../ui-state/notices.ts";
import { showToast } from "../../ui-state/toasts.ts";
import { setImagesView } from "./images-view.ts";
import { type ReferenceAsk, type Upload, type UploadSource, uploadFile } from "./upload.ts";

/** A file on its way in that waits for the name its image shall have. */
export interface WaitingUpload {
  readonly id: string;
  readonly fileName: string;
  readonly job: string | null;
  readonly ask: ReferenceAsk;
  readonly upload: Upload;
}

interface Uploads {
  readonly waiting: readonly WaitingUpload[];
  /** What was imported last, for those who cannot see the list. */
  readonly news: string;
}

export const useUploads = create<Uploads>()(() => ({ waiting: [], news: "" }));

const IMAGES = { screen: "images" } as const;
export const isOnImages = (): boolean => parseRoute(window.location.hash).screen === IMAGES.screen;

let started = 0;

/** Imports a file. Its progress shows as a job, a question for its name and a failure on the Images screen. */
export function importFile(client: Client<IsoscopeContract>, file: UploadSource): void {
  started += 1;
  const id = `upload ${started}`;
  let job: string | null = null;
  const upload = uploadFile(client, file, {
    job: (told) => {
      job = told;
    },
    reference: (ask) => {
      setWaiting(id, { id, fileName: file.name, job, ask, upload });
      if (isOnImages()) return;
      const action = { label: imagesStrings.show, run: () => navigate(IMAGES) };
      showToast({ id, title: imagesStrings.waitsForReference(file.name), action });
    },
    done: (names) => {
      setWaiting(id, null);
      arrived(id, names);
    },
    failed: (error) => {
      setWaiting(id, null);
      // What is told here need not be told by the job's line too.
      if (job !== null) dismiss(`job ${job}`);
      if (error.code !== "cancelled") addNotice({ id, title: notImported(file.name), error });
    },
  });
}

/** Takes an answered question away until it is asked anew. */
export function answerReference({ id, upload }: WaitingUpload, ref: string): void {
  setWaiting(id, null);
  upload.name(ref);
}

function setWaiting(id: string, upload: WaitingUpload | null): void {
  useUploads.setState(({ waiting }) => {
    const others = waiting.filter((other) => other.id !== id);
    return { waiting: upload ? [...others, upload] : others };
  });
}

function arrived(id: string, names: readonly string[]): void {
  const title = imported(names);
  useUploads.setState({ news: title });
  if (isOnImages()) return;
  const show = () => {
    setImagesView({ text: names[0] ?? "" });
    navigate(IMAGES);
  };
  showToast({ id, title, action: { label: imagesStrings.show, run: show } });
}
