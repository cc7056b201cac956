import { folderHole } from "./hole-makers.ts";
import type { Hole } from "./holes.ts";
import { isRecord, list, record, text } from "./loose-json.ts";

const NETWORK = new Set(["-netdev", "-nic", "-net"]);
const FOLDERS = new Set(["-virtfs", "-fsdev"]);

/**
 * What a QEMU command line passes into the machine, but for its published ports, which its row tells. The root disk is no
 * hole: it is read-only and a copy. `machine` is the engine's description of it, which knows the folders behind the tags.
 */
export function microVmHoles(argv: readonly string[], machine: unknown): readonly Hole[] {
  const shared = folders(machine);
  return argv.flatMap((word, index): readonly Hole[] => {
    const value = argv[index + 1] ?? "";
    if (NETWORK.has(word)) return network(value);
    if (FOLDERS.has(word)) {
      return [{ kind: "folder", what: value, risk: "medium", effect: "changes-host-files" }];
    }
    return word === "-device" ? device(value, shared) : [];
  });
}

/** With `restrict=on` nothing gets in or out but through the published ports. */
function network(value: string): readonly Hole[] {
  if (value === "none" || /(^|,)restrict=(on|yes|y)(,|$)/.test(value)) return [];
  const what = value.split(",")[0] ?? value;
  return [{ kind: "network", what, risk: "medium", effect: "reaches-host-network" }];
}

function device(value: string, shared: ReadonlyMap<string, Hole>): readonly Hole[] {
  if (/^(vfio|usb-host|pci-assign)/.test(value)) {
    return [{ kind: "device", what: value, risk: "high", effect: "host-hardware" }];
  }
  if (value.startsWith("virtserialport")) {
    const name = /name=([^,]+)/.exec(value)?.[1] ?? "virtio-serial";
    return [{ kind: "channel", what: name, risk: "low", effect: "agent-channel" }];
  }
  if (!/^vhost-user-fs/.test(value)) return [];
  const tag = /(?:^|,)tag=([^,]+)/.exec(value)?.[1] ?? value;
  return [shared.get(tag) ?? { kind: "folder", what: tag, risk: "medium", effect: "changes-host-files" }];
}

/** By the tag a guest mounts them by. */
function folders(machine: unknown): ReadonlyMap<string, Hole> {
  return new Map(
    list(record(machine).folders)
      .filter(isRecord)
      .map(({ tag, source, target, readOnly }) => [
        text(tag),
        folderHole(text(source), text(target), readOnly === true),
      ]),
  );
}
