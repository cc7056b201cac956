import { expect, it } from "vitest";
import { daemonParts, shimChildren } from "./leftover-processes.ts";
import { mountsBelow } from "./mounts.ts";
import { layoutOf } from "./places.ts";

it("finds own mounts, the latest first, and nobody else's", () => {
  const table = [
    "/dev/vda / ext4 rw 0 0",
    "overlay /s/docker/overlay2/x/merged overlay rw 0 0",
    "nsfs /r/exec/netns/default nsfs rw 0 0",
    "tmpfs /r/exec-other tmpfs rw 0 0",
    "shm /r/exec/with\\040blank tmpfs rw 0 0",
    "",
  ].join("\n");
  expect(mountsBelow(table, ["/s/docker", "/r/exec"])).toEqual([
    "/r/exec/with blank",
    "/r/exec/netns/default",
    "/s/docker/overlay2/x/merged",
  ]);
});

it("counts as parts of a daemon only programs of its exec-root", () => {
  const at = (pid: number, ppid: number, ...argv: string[]) => ({ pid, ppid, argv });
  const own = [
    at(1, 0, "/usr/sbin/dockerd", "--exec-root", "/r/exec"),
    at(2, 1, "containerd", "--config", "/r/exec/containerd/containerd.toml"),
    at(3, 9, "/usr/bin/containerd-shim-runc-v2", "-address", "/r/exec/containerd/containerd.sock"),
  ];
  const others = [
    at(4, 0, "/usr/sbin/dockerd", "--exec-root", "/r/exec2"),
    at(5, 0, "vi", "/r/exec/containerd/containerd.toml"),
    at(6, 3, "sleep", "1000"),
  ];
  const all = [...own, ...others];
  expect(daemonParts(all, "/r/exec")).toEqual(own);
  expect(shimChildren(all, own).map(({ pid }) => pid)).toEqual([6]);
});

it("refuses a run directory that is too deep for a socket", () => {
  expect(() => layoutOf({ stateDir: "/s", runDir: `/${"d".repeat(100)}` })).toThrow(/long/);
});
