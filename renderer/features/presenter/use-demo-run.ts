import { useEffect, useRef } from "react";
import type { Isolation } from "../../../electron/contract/engine.ts";
import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import { useHost, useLive } from "../../engine/host-context.tsx";
import { jobsResource } from "../../engine/resources.ts";
import { dismiss } from "../../ui-state/notices.ts";
import { addMade, type DemoCommand, forgetSeen, setHalf, useDemoSession } from "./demo-session.ts";
import { stepsOf } from "./steps.ts";

const ISOLATIONS = ["process", "hyperv"] as const;

/** Launches the demo under one isolation. What becomes of it is told by {@link useDemoJobs}. */
export function useDemoRun(what: DemoCommand): (isolation: Isolation) => void {
  const { client } = useHost();
  const asked = useRef(new Set<Isolation>());
  return (isolation) => {
    // A key pressed twice before the host has answered is one launch.
    if (asked.current.has(isolation)) return;
    asked.current.add(isolation);
    forgetSeen(stepsOf(isolation).map(({ number }) => number));
    client
      .call("containers.launch", { ...what, command: [...what.command], isolation })
      .then(
        ({ job }) => setHalf(isolation, { key: null, job, refused: null }),
        (thrown: unknown) => setHalf(isolation, { job: null, refused: toIsoscopeError(thrown) }),
      )
      .finally(() => asked.current.delete(isolation));
  };
}

/** Takes up the containers of launches that have ended. The stage tells of failures; the list need not. */
export function useDemoJobs(): void {
  const jobs = useLive(jobsResource).rows;
  const session = useDemoSession();
  useEffect(() => {
    for (const isolation of ISOLATIONS) {
      const id = session[isolation].job;
      const job = id === null ? undefined : jobs.get(id);
      if (!job || job.state === "running") continue;
      dismiss(`job ${job.id}`);
      if (job.state === "done" && job.container !== null) addMade(isolation, job.container);
    }
  }, [jobs, session]);
}
