import { Button } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { dockerRunLine } from "../../../electron/model/docker-run-line.ts";
import { isLayerPath } from "../../../electron/model/layer-path.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { launchStrings } from "../../strings/launch.ts";
import { copyText } from "../../ui/copy-text.ts";
import { shortImage } from "../containers/image-name.ts";
import { BoundaryPreview } from "./boundary-preview.tsx";
import type { LaunchChoice } from "./launch-choice.ts";
import type { ReadForm } from "./launch-form.ts";

/** As much of the line as anybody reads; Copy takes all of it. */
const MOST_SHOWN = 2000;

const beginningOf = (line: string) =>
  line.length > MOST_SHOWN
    ? `${line.slice(0, MOST_SHOWN)}${launchStrings.moreCharacters(line.length - MOST_SHOWN)}`
    : line;

interface LaunchAsideProps {
  readonly host: HostInfo;
  readonly read: ReadForm;
  readonly choice: LaunchChoice;
}

/** What the choice means, and the line that does the same without Isoscope. */
export function LaunchAside({ host, read, choice }: LaunchAsideProps) {
  const { spec } = read;
  const line = dockerRunLine(
    {
      image: spec.image,
      command: spec.command ?? [],
      isolation: spec.isolation ?? "default",
      interactive: spec.interactive ?? false,
      name: spec.name ?? null,
      env: spec.env ?? {},
      memoryBytes: spec.memoryBytes ?? null,
      cpus: spec.cpus ?? null,
      holes: [],
    },
    host.platform,
  );
  return (
    <aside className="launch-aside" aria-label={launchStrings.preview}>
      <b className="aside-title">{launchStrings.preview}</b>
      <BoundaryPreview
        isolation={choice.isolation}
        program={spec.command?.[0]?.split("/").at(-1) ?? shortImage(spec.image)}
        worker={host.platform === "win32" ? "vmwp" : "qemu"}
        hostRelease={host.kernel.release}
      />
      <span className="grow" />
      <div className="aside-line">
        <b className="aside-title">{launchStrings.sameAs}</b>
        {line !== null && (
          <Button size="small" appearance="subtle" icon={<CopyRegular />} onClick={() => void copyText(line)}>
            {launchStrings.copy}
          </Button>
        )}
      </div>
      {line === null ? (
        <span className="dim small">
          {isLayerPath(spec.image) ? launchStrings.noImageLine : launchStrings.noDockerLine}
        </span>
      ) : (
        <code className="run-line mono">{beginningOf(line)}</code>
      )}
    </aside>
  );
}
