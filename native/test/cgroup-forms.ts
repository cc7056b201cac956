/** Fixture id. */
export const ID = "4f1c".repeat(16);
const OTHER = "09ab".repeat(16);

export interface CgroupForm {
  readonly name: string;
  readonly text: string;
  readonly id: string | null;
}

/**
 * Every form of `/proc/PID/cgroup` the attribution knows, and the look-alikes it must not fall for. The one table both
 * readers are held to.
 */
export const CGROUP_FORMS: readonly CgroupForm[] = [
  {
    name: "v1, cgroupfs driver",
    text: `9:name=systemd:/\n4:memory:/docker/${ID}\n1:cpu:/docker/${ID}\n0::/docker/${ID}\n`,
    id: ID,
  },
  { name: "v1, one controller only", text: `9:name=systemd:/\n4:memory:/docker/${ID}\n0::/\n`, id: ID },
  { name: "v2, cgroupfs driver", text: `0::/docker/${ID}\n`, id: ID },
  { name: "v2, systemd driver", text: `0::/system.slice/docker-${ID}.scope\n`, id: ID },
  {
    name: "v1, systemd driver",
    text: `8:pids:/system.slice/docker-${ID}.scope\n1:name=systemd:/system.slice/docker-${ID}.scope\n`,
    id: ID,
  },
  {
    name: "rootless docker under a user's slice",
    text: `0::/user.slice/user-1000.slice/user@1000.service/user.slice/docker-${ID}.scope\n`,
    id: ID,
  },
  { name: "a parent of the user's choice", text: `0::/a/b/${ID}\n`, id: ID },
  { name: "an init system in the container", text: `0::/docker/${ID}/system.slice/cron.service\n`, id: ID },
  { name: "podman, cgroupfs", text: `0::/libpod_parent/libpod-${ID}\n`, id: ID },
  {
    name: "podman, systemd, v2",
    text: `0::/machine.slice/libpod-${ID}.scope/container\n`,
    id: ID,
  },
  {
    name: "podman, rootless",
    text: `0::/user.slice/user-1000.slice/user@1000.service/user.slice/libpod-${ID}.scope/container\n`,
    id: ID,
  },
  {
    name: "podman in a pod, cgroupfs: the pod's id comes first",
    text: `0::/libpod_parent/${OTHER}/libpod-${ID}\n`,
    id: ID,
  },
  {
    name: "podman in a pod, systemd",
    text: `0::/machine.slice/machine-libpod_pod_${OTHER}.slice/libpod-${ID}.scope\n`,
    id: ID,
  },
  {
    name: "containerd CRI, cgroupfs",
    text: `0::/kubepods/burstable/pod2c48913c-b29f-11e7-9350-020968147796/${ID}\n`,
    id: ID,
  },
  {
    name: "containerd CRI, systemd",
    text: `0::/kubepods.slice/kubepods-pod2c48.slice/cri-containerd-${ID}.scope\n`,
    id: ID,
  },
  {
    name: "containerd CRI, systemd, slice not understood",
    text: `0::/system.slice/containerd.service/kubepods-besteffort-pod2c48.slice:cri-containerd:${ID}\n`,
    id: ID,
  },
  { name: "CRI-O", text: `0::/kubepods.slice/kubepods-pod2c48.slice/crio-${ID}.scope\n`, id: ID },
  { name: "nerdctl, systemd", text: `0::/system.slice/nerdctl-${ID}.scope\n`, id: ID },
  { name: "docker in docker: this host knows the outer", text: `0::/docker/${ID}/docker/${OTHER}\n`, id: ID },
  { name: "no trailing newline", text: `0::/docker/${ID}`, id: ID },
  { name: "host service", text: "0::/system.slice/ssh.service\n", id: null },
  { name: "root", text: "0::/\n", id: null },
  { name: "empty", text: "", id: null },
  { name: "private cgroup namespace", text: "0::/../..\n", id: null },
  { name: "podman's monitor", text: `0::/libpod_parent/libpod-conmon-${ID}\n`, id: null },
  { name: "podman's monitor, systemd", text: `0::/machine.slice/libpod-conmon-${ID}.scope\n`, id: null },
  { name: "CRI-O's monitor", text: `0::/system.slice/crio-conmon-${ID}.scope\n`, id: null },
  { name: "a pod itself", text: `0::/libpod_parent/${OTHER}\n`, id: null },
  { name: "too short", text: `0::/docker/${ID.slice(1)}\n`, id: null },
  { name: "too long", text: `0::/docker/a${ID}\n`, id: null },
  { name: "upper case", text: `0::/docker/${ID.toUpperCase()}\n`, id: null },
  {
    name: "a service that only contains an id",
    text: `0::/system.slice/backup-${ID}-old.service\n`,
    id: null,
  },
  { name: "no path", text: `4:memory\n${ID}\n`, id: null },
];
