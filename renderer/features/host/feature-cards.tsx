import type { Finding } from "../../../electron/contract/doctor.ts";
import { formatRoute } from "../../app/router.ts";
import { useLive } from "../../engine/host-context.tsx";
import { doctorResource } from "../../engine/resources.ts";
import { useReplaying } from "../../engine/use-session.ts";
import { doctorStrings } from "../../strings/doctor.ts";
import { hostStrings } from "../../strings/host.ts";
import { stateIcon } from "../doctor/state-icon.tsx";

/** What a VM for each container needs of the host, on either platform. */
const FEATURES: ReadonlySet<string> = new Set([
  ...["windows.containers", "windows.hyperv", "windows.hypervisor", "windows.nested"],
  ...["kvm.device", "kvm.probe", "kvm.nested"],
]);

const DOCTOR = formatRoute({ screen: "settings", page: "doctor" });

/** How each feature that isolation needs is, as the doctor found it; what is amiss leads to its fix. */
export function FeatureCards() {
  const { rows } = useLive(doctorResource);
  const replaying = useReplaying();
  const features = [...rows.values()].filter(
    ({ id, state, checkedAt }) => FEATURES.has(id) && state !== "not-applicable" && checkedAt !== null,
  );
  if (replaying || features.length === 0) return null;
  return (
    <ul className="engine-cards feature-cards" aria-label={hostStrings.features}>
      {features.map((feature) => (
        <FeatureCard key={feature.id} feature={feature} />
      ))}
    </ul>
  );
}

function FeatureCard({ feature: { state, title, found } }: { readonly feature: Finding }) {
  return (
    <li className="engine-card" title={found}>
      {stateIcon[state]}
      <b>{title}</b>
      <span className="dim ellipsis">{state === "ok" ? found : doctorStrings.states[state]}</span>
      {state !== "ok" && (
        <a href={DOCTOR} aria-label={hostStrings.featureDoctor(title)}>
          {hostStrings.openDoctor}
        </a>
      )}
    </li>
  );
}
