import { lazy, Suspense, useMemo, useState } from "react";
import { plural } from "../../../electron/model/format.ts";
import { useKeys } from "../../app/keys.ts";
import { HostSees, LiveStatus, UpdatedAt } from "../../app/live-status.tsx";
import type { DrawerTab } from "../../app/router.ts";
import { ScreenFrame } from "../../app/screen-frame.tsx";
import { wordsOf } from "../../app/words.ts";
import { useHostInfo, useLive } from "../../engine/host-context.tsx";
import { enginesResource, jobsResource } from "../../engine/resources.ts";
import { containersStrings } from "../../strings/containers.ts";
import { useCompact } from "../../ui/use-compact.ts";
import { reveal, setListView, useListView } from "../../ui-state/list-view.ts";
import { setPreferences, usePreferences } from "../../ui-state/preferences.ts";
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

const DetailsDrawer = lazy(() =>
  import("../details/details-drawer.tsx").then(({ DetailsDrawer }) => ({ default: DetailsDrawer })),
);

interface ContainersScreenProps {
  /** Key of the container whose details the drawer shows. */
  readonly open: string | null;
  readonly tab: DrawerTab;
}

export function ContainersScreen({ open, tab }: ContainersScreenProps) {
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
  /** A row that the filter hides is shown by taking the filter away. */
  const showRow = (key: string) => {
    if (!shown.some((row) => row.key === key)) setListView({ text: "", isolation: "all" });
    reveal(key);
  };
  const compact = useCompact();
  const beside = open !== null && !compact;
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
      aside={
        open !== null && (
          <Suspense fallback={beside && <div className="details-room" />}>
            <DetailsDrawer
              key={open}
              containerKey={open}
              row={rows.find((row) => row.key === open)}
              loaded={loaded}
              tab={tab}
              overlay={compact}
            />
          </Suspense>
        )
      }
    >
      <ListHead
        counts={loaded ? countIsolations(rows) : null}
        active={rows.filter((row) => isActive(row.container)).length}
        words={words}
        narrow={beside}
        selected={chosen}
      />
      <div className="bars">
        <EngineTrouble engines={engines} />
        <NoticeBars />
        <JobLines />
      </div>
      {host && !mapFolded && !beside && rows.length > 0 && (
        <KernelMap
          map={map}
          host={host}
          words={words}
          onTile={showRow}
          engines={engines.filter((engine) => engine.capabilities.launch.hyperv.can)}
        />
      )}
      {!loaded && <LoadingRows />}
      {loaded && rows.length === 0 && host && !busy && <EmptyList host={host} />}
      {rows.length > 0 && shown.length === 0 && <NoMatch />}
      {shown.length > 0 && (
        <ContainerTable
          rows={shown}
          words={words}
          layout={beside ? "beside" : compact ? "compact" : "wide"}
          open={open}
          onHold={setHeld}
        />
      )}
    </ScreenFrame>
  );
}
