import { Tab, TabList } from "@fluentui/react-components";
import { type ComponentType, lazy, Suspense } from "react";
import type { Container } from "../../../electron/contract/container.ts";
import { DRAWER_TABS, type DrawerTab, showInstead } from "../../app/router.ts";
import { detailsOf, tabWords } from "../../strings/details.ts";
import type { TabProps } from "./tab.ts";

/** Each tab is fetched when it is first opened, and lives only while it is shown. */
const PANELS: Readonly<Record<DrawerTab, ComponentType<TabProps>>> = {
  processes: lazy(async () => ({
    default: (await import("./processes/processes-tab.tsx")).ProcessesTab,
  })),
  console: lazy(async () => ({ default: (await import("../console/console-tab.tsx")).ConsoleTab })),
  logs: lazy(async () => ({ default: (await import("../logs/logs-tab.tsx")).LogsTab })),
  stats: lazy(async () => ({ default: (await import("../stats/stats-tab.tsx")).StatsTab })),
  boundary: lazy(async () => ({ default: (await import("./boundary/boundary-tab.tsx")).BoundaryTab })),
  inspect: lazy(async () => ({ default: (await import("./inspect/inspect-tab.tsx")).InspectTab })),
};

const tabId = (tab: DrawerTab) => `details-tab-${tab}`;
const PANEL_ID = "details-panel";

interface DetailsTabsProps {
  readonly container: Container;
  readonly tab: DrawerTab;
}

export function DetailsTabs({ container, tab }: DetailsTabsProps) {
  const Panel = PANELS[tab];
  const select = (next: DrawerTab | undefined) => {
    if (next) showInstead({ screen: "containers", open: container.key, tab: next });
  };
  return (
    <>
      <TabList
        className="details-tabs"
        size="small"
        aria-label={detailsOf(container.name)}
        selectedValue={tab}
        onTabSelect={(_event, { value }) => select(DRAWER_TABS.find((one) => one === value))}
      >
        {DRAWER_TABS.map((one) => (
          <Tab key={one} id={tabId(one)} value={one} aria-controls={PANEL_ID}>
            {tabWords[one]}
          </Tab>
        ))}
      </TabList>
      <div id={PANEL_ID} role="tabpanel" aria-labelledby={tabId(tab)} className="details-panel">
        <Suspense fallback={null}>
          <Panel container={container} />
        </Suspense>
      </div>
    </>
  );
}
