import { Button, Dialog, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useMemo, useState } from "react";
import { wordsOf } from "../../app/words.ts";
import { type HostInfo, useHostInfo, useLive } from "../../engine/host-context.tsx";
import { enginesResource, imagesResource } from "../../engine/resources.ts";
import { kernelName, launchStrings } from "../../strings/launch.ts";
import { closeSurface } from "../../ui-state/surfaces.ts";
import { withRemedy } from "./form-changes.ts";
import { imageNamed } from "./image-options.ts";
import { LaunchAside } from "./launch-aside.tsx";
import { LaunchFields } from "./launch-fields.tsx";
import { LaunchFooter } from "./launch-footer.tsx";
import { usePreflight } from "./preflight/use-preflight.ts";
import { useLaunchForm } from "./use-launch-form.ts";
import "./launch.css";
import "./launch-notes.css";

/** Opens once the host has told what it is: the form begins with its demo. */
interface LaunchDialogProps {
  /** The image to begin with; the demo's when none is given. */
  readonly image?: string | undefined;
}

export function LaunchDialog({ image }: LaunchDialogProps) {
  const host = useHostInfo();
  return host ? <OpenLaunchDialog host={host} image={image ?? host.demo.image} /> : null;
}

function OpenLaunchDialog({ host, image }: { readonly host: HostInfo; readonly image: string }) {
  const words = useMemo(() => wordsOf(host), [host]);
  const rows = useLive(enginesResource).rows;
  const engines = useMemo(() => [...rows.values()], [rows]);
  const images = useLive(imagesResource).rows;
  const [opened] = useState(image);
  const state = useLaunchForm(host, opened, engines);
  const { form, read, choice, launching } = state;
  const preflight = usePreflight(host, engines, form);
  const named = imageNamed(images.values(), form.image);
  return (
    <Dialog open onOpenChange={closeSurface}>
      <DialogSurface className="launch-surface" aria-label={launchStrings.title}>
        <div className="launch-title">
          <DialogTitle action={null} as="h1">
            {launchStrings.title}
          </DialogTitle>
          <span className="grow" />
          <span className="dim small">
            {launchStrings.on(host.hostName, kernelName(host.kernel.release))}
          </span>
        </div>
        <div className="launch-body">
          <LaunchFields host={host} words={words} engines={engines} state={state} preflight={preflight} />
          <LaunchAside
            host={host}
            words={words}
            read={read}
            drafts={form.holes}
            choice={choice}
            image={named}
            onRemedy={(remedy) => state.replace(withRemedy(form, remedy))}
          />
        </div>
        <LaunchFooter
          launching={launching}
          choice={choice}
          verdict={preflight.advice[choice.isolation].verdict}
          checkedAt={preflight.checkedAt}
          words={words}
          onLaunch={state.submit}
          onClose={closeSurface}
        />
        {/* Last in the order, so that the first field has the focus when the dialog opens. */}
        <Button
          className="launch-close"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={launchStrings.close}
          onClick={closeSurface}
        />
      </DialogSurface>
    </Dialog>
  );
}
