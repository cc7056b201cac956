import { useState } from "react";
import { logStrings } from "../../strings/logs.ts";
import { copyText } from "../../ui/copy-text.ts";
import type { LogFeed } from "./log-feed.ts";
import { logText } from "./log-text.ts";
import { fileNameOf, saveLog } from "./save-log.ts";

/** More than this is not put on the clipboard, UTF-16 units. */
const MOST_COPIED = 10_000_000;

/** Copying and saving the log, and what came of it. */
export function useLogOutput(feed: LogFeed, name: string, times: boolean) {
  const [result, setResult] = useState("");
  const { store } = feed;
  const count = () => store.end - store.first;
  const copy = async (): Promise<string> => {
    const selected = selectionInLog();
    if (selected !== "")
      return (await copyText(selected)) ? logStrings.copiedSelection : logStrings.notCopied;
    const text = gather(logText(store, times));
    if (text === null) return logStrings.tooLongToCopy(count());
    return (await copyText(text)) ? logStrings.copied(count()) : logStrings.notCopied;
  };
  const save = async (): Promise<string> => {
    const lines = count();
    const saved = await saveLog(fileNameOf(name), logText(store, times)).catch(() => null);
    if (saved === null) return logStrings.notSaved;
    return saved ? logStrings.saved(lines) : "";
  };
  return {
    result,
    onCopy: () => void copy().then(setResult),
    onSave: () => void save().then(setResult),
  };
}

/** Null when it is too much. */
function gather(pieces: Iterable<string>): string | null {
  const parts: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    parts.push(piece);
    length += piece.length;
    if (length > MOST_COPIED) return null;
  }
  return parts.join("");
}

function selectionInLog(): string {
  const selection = document.getSelection();
  const inLog = selection?.anchorNode?.parentElement?.closest(".log-body");
  return inLog && selection ? selection.toString() : "";
}
