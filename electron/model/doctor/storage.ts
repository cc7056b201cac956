import { formatBytes } from "../format.ts";
import { type Check, check, ok, problem, warning } from "./check.ts";
import type { FolderFact, SpaceFact } from "./facts.ts";
import { manual } from "./fixes.ts";

const COMMON = { category: "storage", engines: [] } as const;

/** Below this the next image may not fit. */
const LITTLE_BYTES = 5_000_000_000;
/** Below this nothing can be launched any more. */
const NONE_BYTES = 500_000_000;

const space = check({
  ...COMMON,
  id: "storage.space",
  title: "Disk space",
  why: "Images, containers, root disks of VMs and recordings take room where they lie.",
  needs: ["spaces"],
  decide: ({ spaces }) => {
    const evidence = spaces.map(({ role, path, freeBytes, totalBytes }) => ({
      name: role,
      value: `${path}: ${formatBytes(freeBytes)} free of ${formatBytes(totalBytes)}`,
    }));
    const worst = spaces.toSorted((a, b) => a.freeBytes - b.freeBytes)[0];
    if (!worst)
      return warning("No folder's disk could be asked.", evidence, { noFix: "The details say why." });
    if (worst.freeBytes < NONE_BYTES)
      return problem(`Only ${spaceText(worst)}.`, evidence, { fixes: [makeRoom(worst)] });
    if (worst.freeBytes < LITTLE_BYTES)
      return warning(`Only ${spaceText(worst)}.`, evidence, { fixes: [makeRoom(worst)] });
    return ok(`At least ${formatBytes(worst.freeBytes)} free in each place.`, evidence);
  },
});

const spaceText = ({ role, path, freeBytes }: SpaceFact) =>
  `${formatBytes(freeBytes)} free for ${role.toLowerCase()}, at ${path}`;

/** Never run by the app: what may go is for people to say. */
const makeRoom = ({ path }: SpaceFact) =>
  manual(
    "make-room",
    "Make room",
    ["Remove images that no container uses, on the Images screen or by Docker:", "docker image prune"],
    [`Or remove other files from the disk that holds ${path}.`],
  );

const folders = check({
  ...COMMON,
  id: "storage.folders",
  title: "Isoscope's folders",
  why: "Settings, disks of VMs, recordings and records of what runs are kept there.",
  needs: ["folders", "person"],
  decide: ({ folders: all, person }) => {
    const evidence = all.map(({ role, path, detail }) => ({ name: role, value: `${path}: ${detail}` }));
    const closed = all.filter(({ writable }) => !writable);
    if (closed.length === 0) return ok("All of them can be written.", evidence);
    return problem(`${person.name} may not write ${closed.map(({ path }) => path).join(", ")}.`, evidence, {
      fixes: [openFolders(closed)],
    });
  },
});

const openFolders = (closed: readonly FolderFact[]) =>
  manual(
    "choose-folder",
    "Give Isoscope a folder",
    [`Let this user write ${closed.map(({ path }) => path).join(", ")}.`],
    ["Or start Isoscope with another folder for all it keeps:", "ISOSCOPE_HOME=/path/to/a/folder"],
  );

export const storageChecks: readonly Check[] = [space, folders];
