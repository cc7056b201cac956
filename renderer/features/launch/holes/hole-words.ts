import type { HostInfo } from "../../../engine/host-context.tsx";
import { closedWords, folderWord, holeKindWord, launchHoleStrings } from "../../../strings/launch-holes.ts";
import type { HoleDraft } from "./hole-draft.ts";

type Platform = HostInfo["platform"];

/** The row's name. */
export function draftWord(draft: HoleDraft, platform: Platform): string {
  if (draft.kind === "folder") return folderWord(draft.readOnly);
  if (draft.kind === "network" && draft.of === "container") return launchHoleStrings.containerNetwork;
  return holeKindWord(draft.kind, platform);
}

/** What is not open: said, so that its absence is no oversight. */
export function closedList(drafts: readonly HoleDraft[], platform: Platform): readonly string[] {
  const open = new Set(drafts.map(({ kind }) => kind));
  return [
    ...(open.has("folder") ? [] : [closedWords.folder]),
    ...(open.has("pipe") ? [] : [closedWords.pipe(platform)]),
    ...(open.has("port") ? [] : [closedWords.port]),
    ...(open.has("device") ? [] : [closedWords.device]),
    ...(drafts.some(sharesNetwork) ? [] : [closedWords.network]),
    closedWords.always(platform),
  ];
}

const sharesNetwork = (draft: HoleDraft): boolean =>
  draft.kind === "network" && (draft.of === "container" || draft.name.trim() === "host");
