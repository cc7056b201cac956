import type { HostInfo } from "../../../engine/host-context.tsx";
import { DeviceFields } from "./device-fields.tsx";
import type { HoleDraft } from "./hole-draft.ts";
import { MountFields } from "./mount-fields.tsx";
import { NetworkFields } from "./network-fields.tsx";
import { PortFields } from "./port-fields.tsx";
import type { HoleErrors } from "./read-draft.ts";

/** What every editor of a hole gets. */
export interface EditorProps<D extends HoleDraft = HoleDraft> {
  readonly draft: D;
  /** By the contract's names of the fields. */
  readonly errors: HoleErrors;
  readonly platform: HostInfo["platform"];
  readonly onChange: (draft: HoleDraft) => void;
}

/** The fields of one hole, under its row. */
export function HoleEditor({ draft, ...rest }: EditorProps) {
  switch (draft.kind) {
    case "folder":
    case "pipe":
      return <MountFields draft={draft} {...rest} />;
    case "port":
      return <PortFields draft={draft} {...rest} />;
    case "network":
      return <NetworkFields draft={draft} {...rest} />;
    case "device":
      return <DeviceFields draft={draft} {...rest} />;
  }
}
