import type { Finding } from "../../../electron/contract/doctor.ts";
import { CATEGORIES } from "../../../electron/model/doctor/summary.ts";
import { formatRoute } from "../../app/router.ts";
import { useLive } from "../../engine/host-context.tsx";
import { enginesResource } from "../../engine/resources.ts";
import { useReplaying } from "../../engine/use-session.ts";
import { categoryTitle, doctorStrings } from "../../strings/doctor.ts";
import { errorText } from "../../strings/errors.ts";
import { TroubleBar } from "../../ui/trouble-bar.tsx";
import { DoctorHead } from "./doctor-head.tsx";
import { FindingGroup } from "./finding-group.tsx";
import { useFindings } from "./use-findings.ts";
import "./doctor.css";

interface DoctorPageProps {
  /** Id of the engine whose findings alone are shown. */
  readonly about: string | null;
}

/** What this host has of all that isolation needs, what is in the way, and what can be done about it. */
export function DoctorPage({ about }: DoctorPageProps) {
  const { all, loaded, check, error } = useFindings();
  const replaying = useReplaying();
  if (!loaded) return <p className="dim">{doctorStrings.loading}</p>;
  const shown = about === null ? all : all.filter(({ engines }) => engines.includes(about));
  const windows = all.some(({ id }) => id.startsWith("windows."));
  const text = error && errorText(error);
  return (
    <>
      <DoctorHead findings={all} shown={shown} onCheck={check} />
      {text && (
        <TroubleBar intent="error" title={doctorStrings.failed} raw={text.raw}>
          {text.cause} {text.next}
        </TroubleBar>
      )}
      {replaying && <p className="doctor-about">{doctorStrings.notRecorded}</p>}
      {about !== null && <AboutLine about={about} />}
      {CATEGORIES.map((category) => (
        <FindingGroup
          key={category}
          title={categoryTitle(category, windows)}
          findings={shown.filter(inCategory(category))}
          onCheck={check}
        />
      ))}
    </>
  );
}

const inCategory =
  (category: Finding["category"]) =>
  (finding: Finding): boolean =>
    finding.category === category;

function AboutLine({ about }: { readonly about: string }) {
  const { rows } = useLive(enginesResource);
  return (
    <p className="doctor-about">
      {doctorStrings.about(rows.get(about)?.title ?? about)}{" "}
      <a href={formatRoute({ screen: "settings", page: "doctor" })}>{doctorStrings.showAll}</a>
    </p>
  );
}
