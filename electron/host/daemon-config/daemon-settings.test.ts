import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DaemonSettings, type DaemonSettingsDeps } from "./daemon-settings.ts";

const NOW = Date.UTC(2026, 10, 22, 8, 40, 12);
let folder = "";
let file = "";
const place = () => join(folder, "docker", "config");

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "isoscope-daemon-"));
  await mkdir(place(), { recursive: true });
  file = join(place(), "daemon.json");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A Windows host in all but its separators: dockerd names the file. */
const settings = (change: Partial<DaemonSettingsDeps> = {}) =>
  new DaemonSettings({
    ...{ platform: "win32", env: {}, rule: () => "process", now: () => NOW },
    daemons: async () => [{ pid: 7, command: `dockerd --config-file ${file}` }],
    ...change,
  });
const names = async () => (await readdir(place())).sort();

describe("reading", () => {
  it("leaves it to the edition where there is no file", async () => {
    expect(await settings().read()).toMatchObject({
      ...{ path: file, foundBy: "dockerd, PID 7, was started with it", exists: false, version: null },
      ...{ isolation: null, origin: "rule", rule: "process", change: { can: true } },
    });
  });

  it("tells what the file says, and who decides instead", async () => {
    await writeFile(file, '{"exec-opts":["isolation=hyperv"]}');
    expect(await settings().read()).toMatchObject({ isolation: "hyperv", origin: "file", problems: [] });
    const command = `dockerd --config-file=${file} --exec-opt isolation=process`;
    const flagged = await settings({ daemons: async () => [{ pid: 7, command }] }).read();
    expect(flagged).toMatchObject({ isolation: "process", origin: "flag", change: { can: false } });
  });

  it("finds the usual place of each system, also under a quoted path of Windows", async () => {
    const read = (change: Partial<DaemonSettingsDeps>) =>
      settings({ daemons: async () => [], ...change }).read();
    expect((await read({ env: { ProgramData: "D:\\Data" } })).path).toBe(
      "D:\\Data\\docker\\config\\daemon.json",
    );
    expect((await read({ platform: "linux" })).path).toBe("/etc/docker/daemon.json");
    const command =
      '"C:\\Program Files\\docker\\dockerd.exe" --run-service --config-file="C:\\my docker\\d.json"';
    const quoted = await settings({ daemons: async () => [{ pid: 8, command }] }).read();
    expect(quoted.path).toBe("C:\\my docker\\d.json");
  });

  it("offers nothing on Linux, and says what decides there", async () => {
    await writeFile(file, '{"default-runtime":"kata"}');
    const { change, says, origin } = await settings({ platform: "linux" }).read();
    expect({ change: change.can, origin }).toEqual({ change: false, origin: null });
    expect(says).toMatch(/no isolation option.*"default-runtime".*kata\./);
  });

  it.each([
    ["{,}", /line 1/],
    [Buffer.from('{"a":"ä"}', "latin1"), /not UTF-8/],
    [Buffer.from("{}", "utf16le"), /not JSON|not UTF-8/],
  ])("does not offer to change a broken file: %j", async (bytes, reason) => {
    await writeFile(file, bytes);
    const read = await settings().read();
    expect(read).toMatchObject({ exists: true, change: { can: false } });
    expect(read.says).toMatch(reason);
    await expect(settings().change({ isolation: "hyperv", version: read.version })).rejects.toMatchObject({
      error: { code: "unsupported" },
    });
    expect(await readFile(file)).toEqual(Buffer.from(bytes));
    expect(await names()).toEqual(["daemon.json"]);
  });
});

describe("changing", () => {
  it("shows the lines and the name of the backup before it writes", async () => {
    await writeFile(file, '{\n  "debug": true\n}\n');
    const { version } = await settings().read();
    expect(await settings().preview({ isolation: "hyperv", version })).toEqual({
      line: 2,
      removed: ['  "debug": true'],
      added: ['  "debug": true,', '  "exec-opts": ["isolation=hyperv"]'],
      backup: `${file}.20261122T084012Z.bak`,
    });
    expect(await names()).toEqual(["daemon.json"]);
  });

  it("keeps bytes and mode, and never writes over an older backup", async () => {
    await writeFile(file, "{}");
    await chmod(file, 0o640);
    const change = async (isolation: "process" | "hyperv") => {
      const { version } = await settings().read();
      return settings().change({ isolation, version });
    };
    const first = await change("hyperv");
    const second = await change("process");
    expect([first.backup, second.backup]).toEqual([
      `${file}.20261122T084012Z.bak`,
      `${file}.20261122T084012Z-2.bak`,
    ]);
    expect(await readFile(first.backup ?? "", "utf8")).toBe("{}");
    expect(await readFile(second.backup ?? "", "utf8")).toContain("isolation=hyperv");
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await names()).toHaveLength(3);
  });

  it("makes the file and its folder where there is none", async () => {
    await rm(join(folder, "docker"), { recursive: true });
    expect(await settings().change({ isolation: "hyperv", version: null })).toEqual({ backup: null });
    expect(await readFile(file, "utf8")).toBe('{\n  "exec-opts": ["isolation=hyperv"]\n}\n');
  });

  it("writes nothing where nothing changes", async () => {
    await writeFile(file, '{"exec-opts":["isolation=hyperv"]}');
    const { version } = await settings().read();
    expect(await settings().change({ isolation: "hyperv", version })).toEqual({ backup: null });
    expect(await names()).toEqual(["daemon.json"]);
  });

  it.runIf(process.platform === "linux")("says what is missing where the rights are", async () => {
    const command = "dockerd --config-file=/sys/daemon.json";
    const denied = settings({ daemons: async () => [{ pid: 7, command }] });
    await expect(denied.change({ isolation: "hyperv", version: null })).rejects.toMatchObject({
      error: {
        code: "denied",
        reason: "This user may not change /sys/daemon.json.",
        fix: expect.any(String),
      },
    });
  });

  it("refuses a file that is not the one that was read", async () => {
    await writeFile(file, "{}");
    const { version } = await settings().read();
    await writeFile(file, '{"debug":true}');
    const late = settings().change({ isolation: "hyperv", version });
    await expect(late).rejects.toMatchObject({ error: { code: "conflict" } });
    await expect(settings().change({ isolation: "hyperv", version: null })).rejects.toMatchObject({
      error: { code: "conflict" },
    });
    expect(await readFile(file, "utf8")).toBe('{"debug":true}');
    expect(await names()).toEqual(["daemon.json"]);
  });

  it("writes through a link to the file that it names", async () => {
    const real = join(folder, "real.json");
    await writeFile(real, "{}");
    await symlink(real, file);
    const { version } = await settings().read();
    await settings().change({ isolation: "process", version });
    expect(await readFile(real, "utf8")).toContain("isolation=process");
    expect((await readFile(file, "utf8")).length).toBeGreaterThan(2);
  });
});

it("for any file: the backup has its bytes, or the file was left alone", async () => {
  const texts = fc.oneof(
    fc.json().map((text) => text),
    fc
      .dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 })
      .map((one) => `\uFEFF${JSON.stringify(one, null, 2)}`),
    fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (content) => {
      await rm(place(), { recursive: true });
      await mkdir(place());
      await writeFile(file, content);
      const bytes = await readFile(file);
      const { version } = await settings().read();
      const done = await settings()
        .change({ isolation: "hyperv", version })
        .catch(() => null);
      if (done === null) expect(await readFile(file)).toEqual(bytes);
      else expect(await readFile(done.backup ?? file)).toEqual(bytes);
      expect((await names()).filter((name) => name.endsWith(".new"))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
