import { Button, ProgressBar } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import type { Job } from "../../../electron/contract/launch.ts";
import { formatBytes } from "../../../electron/model/format.ts";
import { useHost, useLive } from "../../engine/host-context.tsx";
import { jobsResource } from "../../engine/resources.ts";
import { containersStrings } from "../../strings/containers.ts";
import { errorText } from "../../strings/errors.ts";
import { jobProgress } from "../../ui/job-progress.ts";
import { StatusMark } from "../../ui/status-mark.tsx";
import { TroubleBar } from "../../ui/trouble-bar.tsx";
import { dismiss, useNotices } from "../../ui-state/notices.ts";

const TransferView = lazy(() =>
  import("../../ui/transfer-view.tsx").then(({ TransferView }) => ({ default: TransferView })),
);

/** Launches, imports and exports under way, and those that failed since this page was opened. */
/** @param except ids of jobs that the screen shows otherwise. */
export function JobLines({ except = [] }: { readonly except?: readonly string[] }) {
  const { rows } = useLive(jobsResource);
  const dismissed = useNotices((notices) => notices.dismissed);
  const [openedAt] = useState(() => Date.now());
  const jobs = [...rows.values()].filter((job) => !dismissed.has(`job ${job.id}`));
  return (
    <>
      {jobs
        .filter((job) => job.state === "failed" && (job.endedAt ?? 0) >= openedAt)
        .map((job) => (
          <FailedJob key={job.id} job={job} />
        ))}
      {jobs
        .filter((job) => job.state === "running" && !except.includes(job.id))
        .map((job) => (
          <RunningJob key={job.id} job={job} />
        ))}
    </>
  );
}

function FailedJob({ job }: { readonly job: Job }) {
  const text = job.error ? errorText(job.error) : null;
  return (
    <TroubleBar
      intent="error"
      title={`${job.title} failed.`}
      raw={text?.raw ?? null}
      onDismiss={() => dismiss(`job ${job.id}`)}
    >
      {text ? `${text.title} ${text.cause} ${text.next}` : ""}
    </TroubleBar>
  );
}

function RunningJob({ job }: { readonly job: Job }) {
  const { client } = useHost();
  const { transfer } = job;
  return (
    <div className="job">
      <div className="job-line">
        <StatusMark shape="spin" />
        <b className="ellipsis">{job.title}</b>
        <span className="dim ellipsis">{phaseText(job)}</span>
        {!transfer && <JobBar job={job} />}
        <Button size="small" onClick={() => void client.call("jobs.cancel", { job: job.id }).catch(() => {})}>
          {containersStrings.cancel}
        </Button>
      </div>
      {transfer && (
        <Suspense fallback={null}>
          <TransferView job={job} transfer={transfer} />
        </Suspense>
      )}
    </div>
  );
}

/** Where a phase has no end to count towards, what has been done so far. */
function phaseText({ phase, progress, transfer }: Job): string {
  const counts = !transfer && progress?.unit === "bytes" && progress.total === null;
  return counts ? `${phase}, ${formatBytes(progress.current)}` : phase;
}

function JobBar({ job }: { readonly job: Job }) {
  const progress = jobProgress(job);
  return (
    <ProgressBar
      className="job-bar"
      aria-label={`${job.title}: ${job.phase}`}
      {...(progress !== null && { value: progress })}
    />
  );
}
