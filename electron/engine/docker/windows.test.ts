import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { launchSpec, quietWork, rowsNow, whenRow, whenStatus } from "../conformance-tools.ts";
import { type DockerEngine, openDockerEngine } from "./engine.ts";
import { json, refusal } from "./fixtures/fake-daemon.ts";
import { HandClock } from "./fixtures/hand-clock.ts";
import { WindowsDaemon } from "./fixtures/windows-daemon.ts";
import { fixedEndpoint } from "./locator.ts";

const A = "a".repeat(64);
const B = "b".repeat(64);
const spec = launchSpec({ image: "win:1", isolation: "hyperv", command: ["ping", "-t", "localhost"] });

describe("an engine on a Windows daemon", () => {
  let daemon: WindowsDaemon;
  let engine: DockerEngine;

  beforeEach(async () => {
    daemon = await WindowsDaemon.openWindows();
    daemon.windows([
      { Id: A, Name: "/shared", isolation: "process" },
      { Id: B, Name: "/walled", isolation: "hyperv" },
    ]);
    engine = await connect(daemon);
  });

  afterEach(async () => {
    await engine[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  it("says what the daemon does by default", () => {
    expect(engine.status).toMatchObject({ defaultIsolation: "process", title: "Docker" });
    expect(engine.status.notes).toContain("Default isolation: process");
    expect(engine.status.capabilities.launch).toEqual({ process: { can: true }, hyperv: { can: true } });
    expect(engine.status.capabilities.importImage.can).toBe(false);
  });

  it("names a host PID only under process isolation, and the image's version", async () => {
    const [shared, walled] = await Promise.all([
      whenRow(engine, A, () => true),
      whenRow(engine, B, () => true),
    ]);
    expect([shared.isolation, shared.mainPid]).toEqual(["process", 4312]);
    expect([walled.isolation, walled.mainPid]).toEqual(["hyperv", null]);
    expect([shared.guestPid, walled.guestPid]).toEqual([null, 4312]);
    expect(shared.image).toMatchObject({ ref: "win:1", osVersion: "10.0.20348.2113" });
  });

  it("reads the isolation of all by two filtered lists, and of one by inspect", () => {
    expect(daemon.asked.filter((path) => path === "/containers/json")).toHaveLength(3);
  });

  it("pauses what has its own kernel, and refuses the other with the way out", async () => {
    const [shared, walled] = await Promise.all([
      whenRow(engine, A, () => true),
      whenRow(engine, B, () => true),
    ]);
    expect(shared.actions.pause).toEqual({ can: false, reason: expect.stringContaining("Hyper-V") });
    expect(walled.actions.pause).toEqual({ can: true });
    const refused = `cannot pause container ${A}: not implemented for containers using process isolation`;
    daemon.answers.set(`/containers/${A}/pause`, refusal(500, refused));
    await expect(engine.control(A, "pause")).rejects.toMatchObject({
      error: { code: "unsupported", fix: expect.stringContaining("Hyper-V"), detail: refused },
    });
  });

  it("sends only what a Windows container can be told", async () => {
    const asked: string[] = [];
    daemon.answers.set(`/containers/${A}/kill`, (request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(204).end();
    });
    await engine.control(A, "kill");
    await engine.control(A, "kill", { signal: "SIGTERM" });
    expect(asked.map((url) => url.replace(/.*\?/, ""))).toEqual(["signal=KILL", "signal=SIGTERM"]);
    await expect(engine.control(A, "kill", { signal: "USR1" })).rejects.toMatchObject({
      error: { code: "unsupported", fix: expect.stringContaining("KILL") },
    });
  });

  it("lists processes with Windows' columns, asked for without arguments", async () => {
    let query = "";
    const top = json({
      Titles: ["Name", "PID", "CPU", "Private Working Set"],
      Processes: [
        ["smss.exe", "1820", "00:00:00.125", "254kB"],
        ["ping.exe", "4312", "01:00:00.015", "1.102MB"],
      ],
    });
    for (const id of [A, B]) {
      daemon.answers.set(`/containers/${id}/top`, (request, response) => {
        query = request.url?.replace(/^[^?]*/, "") ?? "";
        top(request, response);
      });
    }
    const { rows, source } = await engine.processes(A);
    expect(query).toBe("");
    expect(source).toBe("docker top");
    expect(rows[1]).toMatchObject({
      name: "ping.exe",
      pid: 4312,
      hostPid: 4312,
      cpuMs: 3_600_015,
      rssBytes: 1_102_000,
    });
    expect((await engine.processes(B)).rows.map(({ pid, hostPid }) => [pid, hostPid])).toEqual([
      [1820, null],
      [4312, null],
    ]);
  });

  it("takes the image's version for the kernel of a utility VM", async () => {
    expect(await engine.kernel(A)).toBeNull();
    expect(await engine.kernel(B)).toMatchObject({ release: "10.0.20348.2113", bootId: null });
  });

  it("says where an image's layers lie", async () => {
    const { signal } = new AbortController();
    expect(await engine.imageLayers("win:1", signal)).toEqual({
      dir: "C:\\ProgramData\\docker\\windowsfilter\\top",
      osVersion: "10.0.20348.2113",
      defaultCommand: ["cmd.exe"],
      env: { A: "b" },
      workingDirectory: "C:\\app",
      user: "ContainerUser",
    });
    expect(await engine.imageLayers("other:1", signal)).toBeNull();
    daemon.answers.set(
      "/images/stored%3A1/json",
      json({ Id: "x", GraphDriver: { Name: "windows", Data: null } }),
    );
    await expect(engine.imageLayers("stored:1", signal)).rejects.toMatchObject({
      error: { code: "unsupported" },
    });
  });

  it("offers a demo of the host's own build", () => {
    expect(engine.demo).toEqual({
      image: "mcr.microsoft.com/windows/nanoserver:ltsc2022",
      command: ["ping", "-t", "localhost"],
      made: false,
    });
  });

  const MADE = "c".repeat(64);
  const make = (isolation: string, status: number, message?: string) =>
    daemon.makes(
      { Id: MADE, Name: "/made", isolation, status: "created" },
      { status, ...(message ? { message } : {}) },
    );

  it("asks for the isolation by name and takes inspect's word for it", async () => {
    make("hyperv", 204);
    expect(await engine.launch(spec, quietWork())).toBe(MADE);
  });

  it("starts nothing that was made with another isolation, and removes it", async () => {
    make("process", 204);
    await expect(engine.launch(spec, quietWork())).rejects.toMatchObject({
      error: { code: "unsupported", reason: expect.stringContaining("another isolation") },
    });
    expect(daemon.asked).not.toContain(`/containers/${MADE}/start`);
    expect((await rowsNow(engine)).map((row) => row.name)).not.toContain("made");
  });

  it("refuses to share the network of a container under Hyper-V isolation, before anything is made", async () => {
    const holes = (name: string) => [{ kind: "network", of: "container", name }] as const;
    const sharing = engine.launch({ ...spec, isolation: "process", holes: holes(B) }, quietWork());
    await expect(sharing).rejects.toMatchObject({
      error: { code: "unsupported", capability: "holes.containerNetwork" },
    });
    const asking = engine.launch({ ...spec, holes: holes(A) }, quietWork());
    await expect(asking).rejects.toMatchObject({ error: { code: "unsupported" } });
    expect(daemon.asked).not.toContain("/containers/create");
  });

  it("says that an image is missing, and how to get it", async () => {
    daemon.answers.set("/containers/create", refusal(404, "No such image: win:2"));
    await expect(engine.launch({ ...spec, image: "win:2" }, quietWork())).rejects.toMatchObject({
      error: { code: "image-missing", ref: "win:2", fix: "docker pull win:2" },
    });
  });

  it.each([
    [
      "The container operating system does not match the host operating system. (0xc0370101)",
      {
        code: "os-mismatch",
        host: "10.0.20348",
        image: "10.0.20348.2113",
        fix: expect.stringContaining("ltsc2022"),
      },
    ],
    [
      "No hypervisor is present on this system. (0xc0351000) extra info: {}",
      { code: "unsupported", capability: "launch.hyperv", fix: expect.stringContaining("Hyper-V") },
    ],
    ["Access is denied. (0x5)", { code: "denied", fix: expect.stringContaining("administrator") }],
    [
      "The virtual machine or container exited unexpectedly. (0xc0370106)",
      { code: "hresult", hresult: 0x8037_0106 },
    ],
    [
      'The system cannot find the file specified. (0x2) extra info: {"CommandLine":"nope -x"}',
      { code: "start-failed", reason: expect.stringContaining("nope -x") },
    ],
    [
      "utility VM image could not be found",
      { code: "unsupported", fix: expect.stringContaining("base images") },
    ],
    ["something else", { code: "start-failed", reason: expect.stringContaining("something else") }],
  ])("types the refusal of a start: %s", async (sentence, error) => {
    make("hyperv", 500, `container ${MADE} encountered an error during hcsshim::System::Start: ${sentence}`);
    await expect(engine.launch(spec, quietWork())).rejects.toMatchObject({ error });
    expect((await rowsNow(engine)).map((row) => row.name)).not.toContain("made");
  });
});

it("shows by which list it knows the isolation that inspect leaves open", async () => {
  await using daemon = await WindowsDaemon.openWindows("hyperv");
  daemon.windows([
    { Id: A, Name: "/listed", isolation: "default", listed: "process" },
    { Id: B, Name: "/open", isolation: "" },
  ]);
  await using engine = await connect(daemon);
  expect(await whenRow(engine, A, () => true)).toMatchObject({
    isolation: "process",
    isolationEvidence: expect.stringContaining("isolation=process"),
  });
  expect(await whenRow(engine, B, () => true)).toMatchObject({
    isolation: "hyperv",
    isolationEvidence: expect.stringContaining("(info)"),
  });
  expect(engine.status.defaultIsolation).toBe("hyperv");
});

it("does without the filtered lists of a daemon that refuses them", async () => {
  await using daemon = await WindowsDaemon.openWindows("hyperv");
  daemon.windows([{ Id: A, Name: "/told", isolation: "process" }]);
  const all = daemon.answers.get("/containers/json");
  daemon.answers.set("/containers/json", (request, response) => {
    const answer = request.url?.includes("filters=") ? refusal(400, "isolation is an invalid filter") : all;
    answer?.(request, response);
  });
  await using engine = await connect(daemon);
  expect((await whenRow(engine, A, () => true)).isolation).toBe("process");
});

async function connect(daemon: WindowsDaemon): Promise<DockerEngine> {
  const engine = openDockerEngine(
    { id: "docker", title: "Docker", locator: fixedEndpoint(daemon.endpoint) },
    { clock: new HandClock(), random: () => 0, host: { platform: "win32", kernelRelease: "10.0.20348" } },
  );
  await whenStatus(engine, (status) => status.state === "live");
  return engine;
}
