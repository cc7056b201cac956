/**
 * What engines put before the id. Not here on purpose: `libpod-conmon-` and `crio-conmon-`, which are monitors.
 * `native/src/proc/linux_cgroup.cc` has the same rules; both are held to the table in `native/test/cgroup-forms.ts`.
 */
const COMPONENT = /^(docker-|libpod-|cri-containerd-|crio-|nerdctl-)?([0-9a-f]{64})(?:\.scope)?$/;
/** Podman with cgroupfs puts a pod's id, bare, right below this. */
const POD_PARENT = "libpod_parent";

/**
 * The full id of the container a `/proc/PID/cgroup` text names, cgroup v1 or v2, any driver; null when none. Of nested
 * containers the outermost, which is the one this host's engines know.
 */
export function containerIdOf(cgroupFile: string): string | null {
  for (const line of cgroupFile.split("\n")) {
    const id = idOfPath(pathOfLine(line));
    if (id !== null) return id;
  }
  return null;
}

/** A line is `hierarchy:controllers:path`; the path may hold colons. */
function pathOfLine(line: string): string {
  const second = line.indexOf(":", line.indexOf(":") + 1);
  return second < 0 ? "" : line.slice(second + 1);
}

function idOfPath(path: string): string | null {
  let parent = "";
  for (const component of path.split("/")) {
    // containerd under systemd, when told a slice it does not know: `kubepods-….slice:cri-containerd:<id>`.
    const match = COMPONENT.exec(component.slice(component.lastIndexOf(":") + 1));
    const [, prefix, id] = match ?? [];
    if (id !== undefined && (prefix !== undefined || parent !== POD_PARENT)) return id;
    parent = component;
  }
  return null;
}
