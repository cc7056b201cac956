import { InfoRegular } from "@fluentui/react-icons/svg/info";
import type { EngineStatus } from "../../../electron/contract/engine.ts";

/** Live engines whose images are another's, with why: their absence from the list is no mistake. */
export function EnginesWithoutImages({ engines }: { readonly engines: readonly EngineStatus[] }) {
  const without = engines.filter(({ state }) => state === "live");
  return without.map(({ id, title, capabilities: { images } }) =>
    images.can ? null : (
      <p key={id} className="engine-note dim small">
        <InfoRegular /> {title}: {images.reason}
      </p>
    ),
  );
}
