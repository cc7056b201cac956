import { useHost, useLive } from "../../engine/host-context.tsx";
import { eventsResource, metersResource } from "../../engine/resources.ts";
import { diagnosticsStrings } from "../../strings/settings.ts";
import { CopyTextButton } from "../../ui/copy-text-button.tsx";
import { useNow } from "../../ui/use-now.ts";
import { eventsTable, metersTable, tablesAsText, timingsTable } from "./diagnostics-rows.ts";
import { FiguresTable } from "./figures-table.tsx";

/** What the page and the app do, and how long it takes them. Looking at it makes no engine and no host work. */
export function DiagnosticsPage() {
  const { lists } = useHost();
  const now = useNow();
  const meters = [...useLive(metersResource).rows.values()];
  const events = [...useLive(eventsResource).rows.values()];
  const tables = [timingsTable(lists.timings.readings(now), now), metersTable(meters, now)];
  return (
    <>
      <CopyTextButton
        className="settings-copy"
        words={diagnosticsStrings}
        text={() => tablesAsText([...tables, eventsTable(events, { dates: true })])}
      />
      {[...tables, eventsTable(events)].map((table) => (
        <FiguresTable key={table.title} {...table} />
      ))}
    </>
  );
}
