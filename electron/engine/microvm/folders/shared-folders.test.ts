import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sharedFolders } from "./shared-folders.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "isoscope-folders-"));
  await mkdir(join(folder, "real"));
  await symlink("real", join(folder, "link"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const hole = (target: string, source = folder) =>
  ({ kind: "folder", source, target, readOnly: true }) as const;

test("outer folders come before what is mounted in them, each with a tag of its own", async () => {
  const shared = await sharedFolders([hole("/a/b/c"), hole("/z"), hole("/a/b")]);
  expect(shared.map(({ target }) => target)).toEqual(["/z", "/a/b", "/a/b/c"]);
  expect(new Set(shared.map(({ tag }) => tag)).size).toBe(3);
});

test("a link on the host is followed once, before anything is shared", async () => {
  const [shared] = await sharedFolders([hole("/a", join(folder, "link"))]);
  expect(shared?.source).toBe(join(folder, "real"));
});

test.each([
  ["/", "holes.0.target"],
  ["C:\\a", "holes.0.target"],
  ["/sys", "holes.0.target"],
])("nothing is mounted at %s", async (target, field) => {
  await expect(sharedFolders([hole(target)])).rejects.toMatchObject({ error: { code: "invalid", field } });
});

test("there are no more than a machine has places for", async () => {
  const many = Array.from({ length: 17 }, (_, index) => hole(`/f${index}`));
  await expect(sharedFolders(many)).rejects.toMatchObject({ error: { code: "invalid", field: "holes" } });
});
