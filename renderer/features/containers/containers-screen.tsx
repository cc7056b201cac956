import { useMemo, useState } from "react";
import { useKeys } from "../../app/keys.ts";
import { HostSees, LiveStatus, UpdatedAt } from "../../app/live-status.tsx";
import { ScreenFrame } from "../../app/screen-frame.tsx";
import { wordsOf } from "../../app/words.ts";
import { useHostInfo, useLive } from "../../engine/host-context.tsx";
import { enginesResource, jobsResource } from "../../engine/resources.ts";
import { containersStrings } from "../../strings/containers.ts";
import { plural } from "../../ui/format.ts";
import { useListView } from "../../ui-state/list-view.ts";
import { setPreferences, usePreferences } from "../../ui-state/preferences.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { isActive } from "./container-row.ts";
import { ContainerTable } from "./container-table.tsx";
import { EmptyList, NoMatch } from "./empty-states.tsx";
import { EngineTrouble } from "./engine-trouble.tsx";
import { JobLines } from "./job-lines.tsx";
import { KernelMap } from "./kernel-map.tsx";
import { kernelMap } from "./kernel-map-model.ts";
import { ListHead } from "./list-head.tsx";
import { countIsolations, LIVE_COLUMNS, matches } from "./list-model.ts";
import { LoadingRows } from "./loading-rows.tsx";
import { NoticeBars } from "./notice-bars.tsx";
import { useSettledOrder } from "./settled-order.ts";
import { useContainerRows } from "./use-container-rows.ts";
import "./containers.css";
import "./table.css";
import "./kernel-map.css";

export function ContainersScreen() {
  const host = useHostInfo();
  const words = useMemo(() => wordsOf(host), [host]);
  const engines = [...useLive(enginesResource).rows.values()];
  const jobs = useLive(jobsResource);
  const { rows, loaded } = useContainerRows();
  const { isolation, text, selected } = useListView();
  const { sort, mapFolded } = usePreferences();
  const [held, setHeld] = useState(false);
  useKeys({ m: () => setPreferences({ mapFolded: !mapFolded }) });

  const shown = useSettledOrder(
    rows.filter((row) => matches(row, { isolation, text })),
    sort,
    held,
  );
  const chosen = rows.filter((row) => selected.has(row.key));
  const map = kernelMap(rows, words.pid);
  const busy = [...jobs.rows.values()].some((job) => job.state === "running");
  const paused = held && LIVE_COLUMNS.has(sort.column);

  return (
    <ScreenFrame
      title={containersStrings.title}
      statusLeft={
        <LiveStatus>
          <UpdatedAt />
        </LiveStatus>
      }
      statusRight={
        <>
          {paused && <span>{containersStrings.orderPaused}</span>}
          <HostSees />
          {loaded && <span>{plural(map.vms.length, words.vm)}</span>}
        </>
      }
    >
      <ListHead
        counts={loaded ? countIsolations(rows) : null}
        active={rows.filter((row) => isActive(row.container)).length}
        words={words}
      />
      <div className="bars">
        <EngineTrouble engines={engines} />
        <NoticeBars />
        <JobLines />
      </div>
      {host && !mapFolded && rows.length > 0 && (
        <KernelMap
          map={map}
          host={host}
          words={words}
          engines={engines.filter((engine) => engine.capabilities.launch.hyperv.can)}
        />
      )}
      {chosen.length > 0 && <BulkBar selected={chosen} />}
      {!loaded && <LoadingRows />}
      {loaded && rows.length === 0 && host && !busy && <EmptyList host={host} />}
      {rows.length > 0 && shown.length === 0 && <NoMatch />}
      {shown.length > 0 && <ContainerTable rows={shown} words={words} onHold={setHeld} />}
    </ScreenFrame>
  );
}
