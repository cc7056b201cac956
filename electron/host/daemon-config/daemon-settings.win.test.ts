import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DaemonSettings } from "./daemon-settings.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "isoscope daemon "));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const BEFORE = '\uFEFF{\r\n  "group": "docker-users"\r\n}\r\n';

it("replaces the file on Windows and keeps the bytes of before, under a path with a space", async () => {
  const file = join(folder, "daemon.json");
  await writeFile(file, BEFORE);
  const settings = new DaemonSettings({
    ...{ platform: "win32", env: process.env, rule: () => "process", now: () => 0 },
    daemons: async () => [{ pid: 7, command: `dockerd.exe --run-service --config-file "${file}"` }],
  });
  const { version, path } = await settings.read();
  expect(path).toBe(file);
  const { backup } = await settings.change({ isolation: "hyperv", version });
  expect(await readFile(backup ?? "", "utf8")).toBe(BEFORE);
  expect(await readFile(file, "utf8")).toBe(
    '\uFEFF{\r\n  "group": "docker-users",\r\n  "exec-opts": ["isolation=hyperv"]\r\n}\r\n',
  );
  expect((await readdir(folder)).sort()).toEqual(["daemon.json", "daemon.json.19700101T000000Z.bak"]);
  expect(await settings.read()).toMatchObject({ isolation: "hyperv", origin: "file" });
});
