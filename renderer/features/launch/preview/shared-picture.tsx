import { kernelMark, launchStrings } from "../../../strings/launch.ts";
import { type BoundaryPreviewProps, short } from "./boundary-preview.tsx";
import { PreviewHoles } from "./preview-holes.tsx";

const MOST_PROGRAM = 11;
const MOST_RELEASE = 24;

/** A view on the host's own kernel: the process inside is one of the host's. */
export function SharedPicture({ program, hostRelease, holes }: BoundaryPreviewProps) {
  return (
    <>
      <rect className="shared-frame" x="10" y="2" width="116" height="86" rx="6" strokeWidth="2" />
      <rect x="150" y="2" width="116" height="86" rx="6" className="host-box" />
      <path d="M110 76h56" className="same-process" strokeWidth="2.5" />
      <text x="20" y="80" className="mono-text strong">
        {short(program, MOST_PROGRAM)}
      </text>
      <text x="172" y="80" className="mono-text">
        {short(program, MOST_PROGRAM)}
      </text>
      <rect x="2" y="88" width="272" height="30" rx="2" className="kernel" />
      <path d="M2 89h272" className="shared-line" strokeWidth="3" />
      <text x="12" y="108" className="slab-text">
        {launchStrings.sharedHostKernel(short(kernelMark(hostRelease), MOST_RELEASE))}
      </text>
      <PreviewHoles holes={holes} from={112} to={164} at={138} top={14} bottom={56} />
    </>
  );
}
