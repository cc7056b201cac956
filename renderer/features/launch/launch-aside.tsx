import { useMemo } from "react";
import type { Image } from "../../../electron/contract/container.ts";
import type { RunLine } from "../../../electron/model/docker-run-line.ts";
import { isCounted } from "../../../electron/model/holes.ts";
import { type PostureRemedy, postureOf } from "../../../electron/model/posture.ts";
import type { Words } from "../../app/words.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { postureText, riskWords } from "../../strings/boundary.ts";
import { launchStrings } from "../../strings/launch.ts";
import { shortImage } from "../containers/image-name.ts";
import { type HoleDraft, shownHole } from "./holes/hole-draft.ts";
import type { LaunchChoice } from "./launch-choice.ts";
import type { ReadForm } from "./launch-form.ts";
import { PostureNote } from "./posture-note.tsx";
import { BoundaryPreview } from "./preview/boundary-preview.tsx";
import { RunLineBox } from "./run-line-box.tsx";
import "./launch-aside.css";

interface LaunchAsideProps {
  readonly host: HostInfo;
  readonly words: Words;
  readonly read: ReadForm;
  readonly drafts: readonly HoleDraft[];
  readonly choice: LaunchChoice;
  /** As far as it is there. */
  readonly image: Image | null;
  readonly onRemedy: (remedy: PostureRemedy) => void;
}

/** What the choice means, and the line that does the same without Isoscope. */
export function LaunchAside({ host, words, read, drafts, choice, image, onRemedy }: LaunchAsideProps) {
  const { spec } = read;
  const holes = useMemo(() => drafts.map(shownHole), [drafts]);
  const posture = useMemo(() => postureOf(choice.isolation, holes), [choice.isolation, holes]);
  const numbered = holes
    .filter(isCounted)
    .map(({ what, risk }, index) => `${index + 1}: ${what}, ${riskWords[risk]}`);
  return (
    <aside className="launch-aside" aria-label={launchStrings.preview}>
      <b className="aside-title">{launchStrings.preview}</b>
      <BoundaryPreview
        isolation={choice.isolation}
        program={spec.command?.[0]?.split(/[\\/]/).at(-1) ?? shortImage(spec.image)}
        worker={host.platform === "win32" ? "vmwp" : "qemu"}
        hostRelease={host.kernel.release}
        guestRelease={image?.osVersion ?? null}
        hypervisor={words.hypervisor}
        holes={holes}
        label={[postureText(posture), ...numbered].join(". ")}
      />
      <PostureNote posture={posture} onRemedy={onRemedy} />
      <span className="grow" />
      <RunLineBox launch={lineOf(spec)} platform={host.platform} />
    </aside>
  );
}

/** The launch as far as it can be read. */
const lineOf = (spec: ReadForm["spec"]): RunLine => ({
  image: spec.image,
  command: spec.command ?? [],
  isolation: spec.isolation ?? "default",
  interactive: spec.interactive ?? false,
  name: spec.name ?? null,
  env: spec.env ?? {},
  memoryBytes: spec.memoryBytes ?? null,
  cpus: spec.cpus ?? null,
  holes: (spec.holes ?? []).map((hole) =>
    hole.kind === "port" ? { ...hole, protocol: hole.protocol ?? "tcp" } : hole,
  ),
});
