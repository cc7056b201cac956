import { Button } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { useState } from "react";
import { useHost, useLive } from "../../engine/host-context.tsx";
import { eventsResource, metersResource } from "../../engine/resources.ts";
import { diagnosticsStrings } from "../../strings/settings.ts";
import { copyText } from "../../ui/copy-text.ts";
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
      <CopyTables text={() => tablesAsText([...tables, eventsTable(events, { dates: true })])} />
      {[...tables, eventsTable(events)].map((table) => (
        <FiguresTable key={table.title} {...table} />
      ))}
    </>
  );
}

/** The button says for itself how it went. */
function CopyTables({ text }: { readonly text: () => string }) {
  const [said, setSaid] = useState<string>(diagnosticsStrings.copy);
  const copy = async () =>
    setSaid((await copyText(text())) ? diagnosticsStrings.copied : diagnosticsStrings.refused);
  return (
    <Button
      className="settings-copy"
      size="small"
      icon={<CopyRegular />}
      onClick={() => void copy()}
      onBlur={() => setSaid(diagnosticsStrings.copy)}
    >
      <span role="status">{said}</span>
    </Button>
  );
}
