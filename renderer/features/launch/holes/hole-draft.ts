import type { HoleCapabilities } from "../../../../electron/contract/engine.ts";
import type { LaunchHole } from "../../../../electron/contract/hole.ts";
import {
  deviceHole,
  folderHole,
  networkHole,
  pipeHole,
  portHole,
} from "../../../../electron/model/hole-makers.ts";
import type { Hole } from "../../../../electron/model/holes.ts";

/** A hole as it is typed. `id` keeps a row the same row while others come and go. */
export type HoleDraft = { readonly id: number } & (
  | { readonly kind: "folder"; readonly source: string; readonly target: string; readonly readOnly: boolean }
  | { readonly kind: "pipe"; readonly source: string; readonly target: string }
  | {
      readonly kind: "port";
      readonly hostIp: string;
      readonly hostPort: string;
      readonly containerPort: string;
      readonly protocol: "tcp" | "udp";
    }
  | { readonly kind: "network"; readonly of: "network" | "container"; readonly name: string }
  | { readonly kind: "device"; readonly device: string }
);

export type HoleKindToAdd = HoleDraft["kind"];
export type DraftOf<K extends HoleKindToAdd> = Extract<HoleDraft, { readonly kind: K }>;

/** One more, with the weakest of its kind to begin with. */
export function newDraft(kind: HoleKindToAdd, id: number): HoleDraft {
  switch (kind) {
    case "folder":
      return { id, kind, source: "", target: "", readOnly: true };
    case "pipe":
      return { id, kind, source: "", target: "" };
    case "port":
      return { id, kind, hostIp: "", hostPort: "", containerPort: "", protocol: "tcp" };
    case "network":
      return { id, kind, of: "network", name: "" };
    case "device":
      return { id, kind, device: "" };
  }
}

/** A number no draft has had. */
export const nextId = (drafts: readonly HoleDraft[]): number =>
  Math.max(0, ...drafts.map(({ id }) => id)) + 1;

/** The fields of a hole that is known, e.g. from a line that was pasted. */
export function draftOf(hole: LaunchHole, id: number): HoleDraft {
  switch (hole.kind) {
    case "folder":
    case "pipe": {
      const target = hole.target === hole.source ? "" : hole.target;
      return { ...hole, id, target };
    }
    case "port":
      return {
        id,
        kind: "port",
        hostIp: hole.hostIp ?? "",
        hostPort: hole.hostPort === undefined ? "" : String(hole.hostPort),
        containerPort: String(hole.containerPort),
        protocol: hole.protocol,
      };
    case "network":
    case "device":
      return { ...hole, id };
  }
}

/** What a hole will let through, said while it is still being typed: what is missing is an ellipsis. */
export function shownHole(draft: HoleDraft): Hole {
  switch (draft.kind) {
    case "folder":
      return folderHole(shown(draft.source), shown(draft.target || draft.source), draft.readOnly);
    case "pipe":
      return pipeHole(shown(draft.source), shown(draft.target || draft.source));
    case "port":
      return portHole({
        hostIp: draft.hostIp.trim() || null,
        hostPort: draft.hostPort.trim() || "*",
        containerPort: shown(draft.containerPort),
        protocol: draft.protocol,
      });
    case "network":
      return networkHole(draft.of, shown(draft.name));
    case "device":
      return deviceHole(shown(draft.device));
  }
}

const shown = (text: string): string => text.trim() || "…";

/** What an engine has to be able to do for it. */
export function capabilityOf(draft: HoleDraft): keyof HoleCapabilities {
  if (draft.kind !== "network") return draft.kind;
  return draft.of === "container" ? "containerNetwork" : "network";
}
