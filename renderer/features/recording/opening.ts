import { create } from "zustand";
import type { Client } from "../../../electron/contract/client.ts";
import type { IsoscopeContract } from "../../../electron/contract/contract.ts";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import { FileParts, type FileSource } from "../../engine/file-parts.ts";
import { recordingStrings } from "../../strings/recording.ts";
import { closeSurface, openOpening, useSurfaces } from "../../ui-state/surfaces.ts";

/** A recording on its way in, or the one that could not be opened. */
export interface Opening {
  readonly file: string;
  /** Bytes handed over, and of how many. */
  readonly sent: number;
  readonly size: number;
  readonly error: IsoscopeError | null;
  /** Leaves all as it was. */
  readonly cancel: () => void;
}

export const useOpening = create<{ readonly now: Opening | null }>()(() => ({ now: null }));

const setOpening = (now: Opening | null) => useOpening.setState({ now });
const change = (part: Partial<Opening>) =>
  useOpening.setState(({ now }) => ({ now: now && { ...now, ...part } }));

/** ms */
const GLANCE_MS = 300;

/** Whether a file is one to open here, by its name. */
export const isRecording = ({ name }: { readonly name: string }): boolean => /\.isoscope$/i.test(name);

/** Shows a recording that lies in a file here. Until the server has all of it and found it good, nothing changes. */
export function openRecording(client: Client<IsoscopeContract>, file: FileSource): void {
  useOpening.getState().now?.cancel();
  if (isRecording(file)) send(client, file);
  else fail(file.name, invalid(file.name, recordingStrings.notARecording));
}

function send(client: Client<IsoscopeContract>, file: FileSource): void {
  const parts = new FileParts(file);
  const sendNext = async () => {
    stream.send(await parts.next());
    change({ sent: parts.sent });
  };
  // What takes no longer than a glance gets no dialog.
  const slow = setTimeout(openOpening, GLANCE_MS);
  const failed = (error: IsoscopeError) => {
    clearTimeout(slow);
    change({ error });
    openOpening();
  };
  const over = () => {
    clearTimeout(slow);
    finished();
  };
  const stream = client.stream(
    "session.open",
    { name: file.name, size: file.size },
    {
      chunk: (ask) => {
        if (ask.kind === "want") {
          sendNext().catch((thrown: unknown) => {
            stream.close();
            failed(invalid(file.name, recordingStrings.unreadable, String(thrown)));
          });
        }
      },
      end: (error) => (error ? failed(error) : over()),
    },
  );
  const cancel = () => {
    stream.close();
    over();
  };
  setOpening({ file: file.name, sent: 0, size: file.size, error: null, cancel });
}

/** Shows the recording that is shipped with the app. */
export function openBuiltIn(client: Client<IsoscopeContract>): void {
  client.call("session.openBuiltIn", {}).catch((thrown: unknown) => {
    fail(recordingStrings.builtIn, toIsoscopeError(thrown));
  });
}

/** Asks for a file, then shows it. Must be called while a click or a key is handled. */
export function chooseRecording(client: Client<IsoscopeContract>): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".isoscope";
  input.onchange = () => {
    const [file] = input.files ?? [];
    if (file) openRecording(client, file);
  };
  input.click();
}

export function forgetOpening(): void {
  setOpening(null);
}

function finished(): void {
  setOpening(null);
  if (useSurfaces.getState().open.kind === "open-recording") closeSurface();
}

function fail(file: string, error: IsoscopeError): void {
  setOpening({ file, sent: 0, size: 0, error, cancel: finished });
  openOpening();
}

const invalid = (field: string, message: string, detail?: string): IsoscopeError => ({
  code: "invalid",
  field,
  message,
  ...(detail !== undefined && { detail }),
});
