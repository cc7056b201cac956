import { useEffect, useEffectEvent, useState } from "react";

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/** Files, and whether one of what was dropped is a folder, which has no bytes of its own. */
export interface Dropped {
  readonly files: readonly File[];
  readonly folders: readonly string[];
}

/** Takes files dropped anywhere on the page while mounted. True while some are held over it. */
export function useFileDrop(onDrop: (dropped: Dropped) => void): boolean {
  const [depth, setDepth] = useState(0);
  const dropped = useEffectEvent(onDrop);
  useEffect(() => {
    // Every element on the way says enter and leave: only when all that was entered is left, the files are.
    const enter = (event: DragEvent) => hasFiles(event) && setDepth((before) => before + 1);
    const leave = (event: DragEvent) => hasFiles(event) && setDepth((before) => Math.max(0, before - 1));
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDepth(0);
      dropped(split([...(event.dataTransfer?.items ?? [])]));
    };
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, []);
  return depth > 0;
}

function split(items: readonly DataTransferItem[]): Dropped {
  const given = items.flatMap((item) => {
    const file = item.getAsFile();
    return file ? [{ file, isFolder: item.webkitGetAsEntry?.()?.isDirectory ?? false }] : [];
  });
  return {
    files: given.filter(({ isFolder }) => !isFolder).map(({ file }) => file),
    folders: given.filter(({ isFolder }) => isFolder).map(({ file }) => file.name),
  };
}
