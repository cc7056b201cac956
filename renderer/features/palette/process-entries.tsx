import { ColumnDoubleCompareRegular } from "@fluentui/react-icons/svg/column-double-compare";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { ServerRegular } from "@fluentui/react-icons/svg/server";
import type { Container } from "../../../electron/contract/container.ts";
import type { HostProcess } from "../../../electron/contract/process.ts";
import { navigate, openScope } from "../../app/router.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { paletteStrings } from "../../strings/palette.ts";
import { copyText } from "../../ui/copy-text.ts";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import type { PaletteEntry } from "./entry.ts";

/** The container that a host process belongs to, by what the host itself says or by the worker's identity. */
interface Holder {
  readonly container: Container;
  readonly as: "member" | "worker";
}

export type Holders = (row: HostProcess) => Holder | null;

/** Looks holders up by container id and by worker process. */
export function holdersOf(containers: Iterable<Container>): Holders {
  const byId = new Map<string, Container>();
  const byWorker = new Map<string, Container>();
  for (const container of containers) {
    byId.set(container.id, container);
    const { footprint } = container;
    if (footprint.kind === "worker")
      byWorker.set(`${footprint.worker.pid}:${footprint.worker.start}`, container);
  }
  return (row) => {
    const wrapped = byWorker.get(`${row.pid}:${row.start}`);
    if (wrapped) return { container: wrapped, as: "worker" };
    const member = row.containerId === null ? undefined : byId.get(row.containerId);
    return member ? { container: member, as: "member" } : null;
  };
}

function belonging(holder: Holder | null): string {
  if (!holder) return paletteStrings.onHost;
  const { name, isolation } = holder.container;
  return holder.as === "worker"
    ? paletteStrings.worker(name)
    : paletteStrings.member(name, isolation ?? "process");
}

/** One host process: Enter shows it beside its container, or on Host when it belongs to none. */
export function processEntry(row: HostProcess, holder: Holder | null): PaletteEntry {
  const isolation = holder?.container.isolation ?? null;
  return {
    id: `process ${row.pid}:${row.start}`,
    group: "processes",
    icon: isolation ? <IsoGlyph isolation={isolation} /> : <ServerRegular />,
    label: row.name,
    chip: { text: String(row.pid), isolation },
    detail: belonging(holder),
    run: () =>
      holder
        ? openScope(holder.container.key, String(row.pid))
        : navigate({ screen: "host", container: null, find: String(row.pid) }),
  };
}

/** What prints this process in a terminal of the host. */
export const terminalLine = (platform: HostInfo["platform"], pid: number): string =>
  platform === "win32" ? `Get-Process -Id ${pid}` : `ps -o pid,ppid,user,pcpu,rss,args -p ${pid}`;

/** What to do with a number that has been typed. */
export function pidCommands(
  row: HostProcess,
  holder: Holder | null,
  platform: HostInfo["platform"],
): readonly PaletteEntry[] {
  const { pid } = row;
  const line = terminalLine(platform, pid);
  const find: PaletteEntry = holder
    ? {
        id: "find pid",
        group: "actions",
        icon: <ColumnDoubleCompareRegular />,
        label: paletteStrings.findInScope(pid),
        run: () => openScope(holder.container.key, String(pid)),
      }
    : {
        id: "find pid",
        group: "actions",
        icon: <ServerRegular />,
        label: paletteStrings.showOnHost(pid),
        run: () => navigate({ screen: "host", container: null, find: String(pid) }),
      };
  const copy: PaletteEntry = {
    id: "copy pid",
    group: "actions",
    icon: <CopyRegular />,
    label: paletteStrings.copy,
    code: line,
    run: () => void copyText(line),
  };
  return [find, copy];
}
