import type { Hole } from "./holes.ts";

const NETWORK = new Set(["-netdev", "-nic", "-net"]);
const FOLDERS = new Set(["-virtfs", "-fsdev"]);

/** What a QEMU command line passes into the machine. The root disk is no hole: it is read-only and a copy. */
export function microVmHoles(argv: readonly string[]): readonly Hole[] {
  return argv.flatMap((word, index): readonly Hole[] => {
    const value = argv[index + 1] ?? "";
    if (NETWORK.has(word) && value !== "none") {
      return [{ kind: "network", what: value, risk: "medium", effect: "reachable-from-host" }];
    }
    if (FOLDERS.has(word)) {
      return [{ kind: "folder", what: value, risk: "medium", effect: "changes-host-files" }];
    }
    if (word === "-device" && /^(vfio|usb-host|pci-assign)/.test(value)) {
      return [{ kind: "device", what: value, risk: "high", effect: "host-hardware" }];
    }
    if (word === "-device" && value.startsWith("virtserialport")) {
      const name = /name=([^,]+)/.exec(value)?.[1] ?? "virtio-serial";
      return [{ kind: "channel", what: name, risk: "low", effect: "agent-channel" }];
    }
    return [];
  });
}
