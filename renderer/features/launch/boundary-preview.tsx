import type { Isolation } from "../../../electron/contract/engine.ts";
import { launchStrings, posture } from "../../strings/launch.ts";

interface BoundaryPreviewProps {
  readonly isolation: Isolation;
  /** What runs inside, as it fits in the box. */
  readonly program: string;
  /** What the host shows of a VM, e.g. "qemu". */
  readonly worker: string;
  readonly hostRelease: string;
}

/** The wall to be, drawn from the choice alone. */
export function BoundaryPreview(props: BoundaryPreviewProps) {
  const { isolation } = props;
  const words = posture[isolation];
  return (
    <div className="preview">
      <svg
        viewBox="0 0 276 124"
        width="276"
        height="124"
        role="img"
        aria-label={`${words.title}. ${words.text}`}
      >
        {isolation === "process" ? <SharedPicture {...props} /> : <OwnPicture {...props} />}
      </svg>
      <b>{words.title}</b>
      <span className="dim small">{words.text}</span>
    </div>
  );
}

/** As many characters as fit: beside the line between the boxes, on the slab of one box, on the slab under both. */
const MOST_PROGRAM = 11;
const MOST_RELEASE = 16;
const MOST_SHARED_RELEASE = 28;

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function SharedPicture({ program, hostRelease }: BoundaryPreviewProps) {
  return (
    <>
      <rect
        x="10"
        y="2"
        width="116"
        height="84"
        rx="6"
        fill="none"
        stroke="var(--isoProcessStroke)"
        strokeWidth="2"
        strokeDasharray="5 4"
      />
      <rect x="150" y="2" width="116" height="84" rx="6" fill="none" stroke="var(--colorNeutralStroke1)" />
      <path d="M106 44h64" stroke="var(--isoProcessForeground)" strokeWidth="2.5" />
      <text x="24" y="48" className="mono-text">
        {short(program, MOST_PROGRAM)}
      </text>
      <text x="176" y="48" className="mono-text">
        {short(program, MOST_PROGRAM)}
      </text>
      <rect x="2" y="88" width="272" height="34" rx="2" fill="var(--kernelSlab)" />
      <path d="M2 89h272" stroke="var(--isoProcessStroke)" strokeWidth="3" />
      <text x="12" y="110" className="slab-text">
        {launchStrings.sharedHostKernel(short(hostRelease, MOST_SHARED_RELEASE))}
      </text>
    </>
  );
}

function OwnPicture({ program, worker, hostRelease }: BoundaryPreviewProps) {
  return (
    <>
      <rect
        x="2"
        y="2"
        width="128"
        height="118"
        rx="6"
        fill="var(--isoHypervBackground)"
        stroke="var(--isoHypervStroke)"
        strokeWidth="3"
      />
      <rect
        x="14"
        y="14"
        width="104"
        height="62"
        rx="4"
        fill="var(--colorNeutralBackground1)"
        stroke="var(--isoHypervStroke)"
      />
      <text x="24" y="48" className="mono-text">
        {short(program, MOST_PROGRAM)}
      </text>
      <rect x="3.5" y="88" width="125" height="30" fill="var(--kernelSlab)" />
      <path d="M3 88h126" stroke="var(--isoHypervStroke)" strokeWidth="3" />
      <text x="12" y="108" className="slab-text">
        {launchStrings.guestKernel}
      </text>
      <rect x="166" y="2" width="108" height="118" rx="6" fill="none" stroke="var(--colorNeutralStroke1)" />
      <text x="178" y="48" className="mono-text">
        {short(worker, MOST_PROGRAM)}
      </text>
      <rect x="166.5" y="88" width="107" height="31.5" fill="var(--kernelSlab)" />
      <path d="M166 88h108" stroke="var(--colorNeutralStrokeAccessible)" strokeWidth="3" />
      <text x="176" y="108" className="slab-text">
        {short(hostRelease, MOST_RELEASE)}
      </text>
    </>
  );
}
