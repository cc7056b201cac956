import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import type { Job, LaunchSpecInput } from "../../../electron/contract/launch.ts";
import { useHost, useLive } from "../../engine/host-context.tsx";
import { jobsResource } from "../../engine/resources.ts";
import { dismiss } from "../../ui-state/notices.ts";

export interface Launching {
  readonly busy: boolean;
  /** The job under way, once the host has named it. */
  readonly job: Job | null;
  readonly error: IsoscopeError | null;
  launch(spec: LaunchSpecInput): void;
  cancel(): void;
}

/** One launch at a time: the call, then its job until it ends. `onDone` gets the new container's key. */
export function useLaunch(onDone: (container: string | null) => void): Launching {
  const { client } = useHost();
  const jobs = useLive(jobsResource).rows;
  const [jobId, setJobId] = useState<string | null>(null);
  const [failed, setFailed] = useState<IsoscopeError | null>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: (spec: LaunchSpecInput) => client.call("containers.launch", spec),
    onSuccess: ({ job }) => setJobId(job),
    onError: (thrown) => setFailed(toIsoscopeError(thrown)),
  });
  const job = (jobId === null ? undefined : jobs.get(jobId)) ?? null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a job that ends is of interest
  useEffect(() => {
    if (!job || job.state === "running") return;
    setJobId(null);
    if (job.state === "done") onDone(job.container);
    if (job.state === "failed") setFailed(job.error);
    // The dialog has told it; the list need not.
    dismiss(`job ${job.id}`);
  }, [job?.state]);

  return {
    busy: isPending || jobId !== null,
    job,
    error: failed,
    launch: (spec) => {
      setFailed(null);
      mutate(spec);
    },
    cancel: () => {
      if (jobId !== null) void client.call("jobs.cancel", { job: jobId }).catch(() => {});
    },
  };
}
