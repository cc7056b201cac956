import { kernelMark, launchStrings } from "../../../strings/launch.ts";
import { type BoundaryPreviewProps, short } from "./boundary-preview.tsx";
import { PreviewHoles } from "./preview-holes.tsx";

/** As many characters as fit beside the lines, and on the slab of one box. */
const MOST_PROGRAM = 11;
const MOST_RELEASE = 15;
const MOST_MARK = 12;

/** A VM with its own kernel, the worker that the host has of it, and on Windows the hypervisor under both. */
export function OwnPicture(props: BoundaryPreviewProps) {
  const { program, worker, hostRelease, guestRelease, hypervisor, holes } = props;
  const host = kernelMark(hostRelease);
  return (
    <>
      <rect className="own-frame" x="2" y="2" width="128" height="116" rx="6" strokeWidth="3" />
      <rect className="own-inside" x="14" y="12" width="104" height="60" rx="4" />
      <text x="24" y="43" className="mono-text strong">
        {short(program, MOST_PROGRAM)}
      </text>
      <rect x="3.5" y="88" width="125" height="28" className="kernel" />
      <path d="M3 88h126" className="own-line" strokeWidth="3" />
      <text x="12" y="107" className="slab-text">
        {guestRelease === null
          ? launchStrings.guestKernel
          : launchStrings.guestKernelOf(short(kernelMark(guestRelease), MOST_MARK))}
      </text>
      <rect x="166" y="2" width="108" height="116" rx="6" className="host-box" />
      <text x="178" y="43" className="mono-text">
        {short(worker, MOST_PROGRAM)}
      </text>
      <rect x="166.5" y="88" width="107" height="29.5" className="kernel" />
      <path d="M166 88h108" className="host-line" strokeWidth="3" />
      <text x="176" y="107" className="slab-text">
        {host.length > MOST_MARK ? short(host, MOST_RELEASE) : launchStrings.hostKernelOf(host)}
      </text>
      {hypervisor !== null && (
        <>
          <rect x="2" y="126" width="272" height="26" rx="4" className="hypervisor" />
          <text x="12" y="143" className="hypervisor-text">
            {hypervisor}
          </text>
        </>
      )}
      <PreviewHoles holes={holes} from={118} to={166} at={148} top={20} bottom={70} />
    </>
  );
}
