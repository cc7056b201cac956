import type { Isolation } from "../../../../electron/contract/engine.ts";
import type { Hole } from "../../../../electron/model/holes.ts";
import { OwnPicture } from "./own-picture.tsx";
import { SharedPicture } from "./shared-picture.tsx";
import "./preview.css";

export interface BoundaryPreviewProps {
  readonly isolation: Isolation;
  /** What runs inside, as it fits in the box. */
  readonly program: string;
  /** What the host shows of a VM, e.g. "qemu". */
  readonly worker: string;
  readonly hostRelease: string;
  /** Windows only, and known only of an image that is there. */
  readonly guestRelease: string | null;
  /** What carries VMs and the host alike; null where each VM engine is a program of its own. */
  readonly hypervisor: string | null;
  /** In the order of the list; those that count have a number there, and here. */
  readonly holes: readonly Hole[];
  /** The same in words. */
  readonly label: string;
}

/** The wall to be, drawn from the choice alone. */
export function BoundaryPreview(props: BoundaryPreviewProps) {
  const height = props.isolation === "hyperv" && props.hypervisor !== null ? 156 : 122;
  return (
    <svg
      className="preview"
      viewBox={`0 0 276 ${height}`}
      width="276"
      height={height}
      role="img"
      aria-label={props.label}
    >
      {props.isolation === "process" ? <SharedPicture {...props} /> : <OwnPicture {...props} />}
    </svg>
  );
}

/** A name as far as it fits. */
export const short = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
