import { describe, expect, it } from "vitest";
import { candidates } from "./candidates.ts";
import { discoverDocker, firstFitting, noDaemon } from "./discover.ts";
import { parseDockerHost, showEndpoint } from "./endpoint.ts";
import { FakeDaemon } from "./fixtures/fake-daemon.ts";
import { HandClock } from "./fixtures/hand-clock.ts";
import { connectionError } from "./wire-errors.ts";

const never = new AbortController().signal;

describe("parseDockerHost", () => {
  it.each([
    ["unix:///run/d.sock", "unix:///run/d.sock"],
    ["unix://", "unix:///var/run/docker.sock"],
    ["tcp://10.0.0.5:2376", "tcp://10.0.0.5:2376"],
    ["10.0.0.5", "tcp://10.0.0.5:2375"],
    ["tcp://:4000", "tcp://127.0.0.1:4000"],
  ])("reads %s", (text, shown) => {
    expect(showEndpoint(parseDockerHost(text, "linux"))).toBe(shown);
  });

  it.each([
    ["npipe:////./pipe/docker_engine", "npipe:////./pipe/docker_engine"],
    ["npipe:////./pipe/my.pipe-1", "npipe:////./pipe/my.pipe-1"],
    ["npipe://\\\\.\\pipe\\x", "npipe:////./pipe/x"],
    ["npipe://", "npipe:////./pipe/docker_engine"],
    ["tcp://10.0.0.5", "tcp://10.0.0.5:2375"],
  ])("reads %s on Windows", (text, shown) => {
    expect(showEndpoint(parseDockerHost(text, "win32"))).toBe(shown);
  });

  it.each([
    ["npipe://./pipe/docker_engine", "win32", "npipe:////./pipe/NAME"],
    ["unix:///var/run/docker.sock", "win32", "npipe:////./pipe/NAME"],
    ["ssh://me@host", "win32", "named pipe"],
    ["npipe:////./pipe/docker_engine", "linux", "unix:///PATH"],
  ] as const)("refuses %s on %s and says what to write", (text, platform, instead) => {
    expect(() => parseDockerHost(text, platform)).toThrow(instead);
  });

  it.each(["ftp://x", "tcp://x:99999", "tcp://x y", "ssh://me@host"])("refuses %s with a reason", (text) => {
    expect(() => parseDockerHost(text, "linux")).toThrow(/\w/);
  });
});

describe("firstFitting", () => {
  const at = (path: string, os: "linux" | "windows") => ({ endpoint: { kind: "socket", path }, os }) as const;

  it("prefers the daemon that runs Windows containers, on Windows only", () => {
    const [linux, windows] = [
      at("//./pipe/docker_engine", "linux"),
      at("//./pipe/docker_engine_windows", "windows"),
    ];
    expect(firstFitting("win32", [linux, windows])).toBe(windows);
    expect(firstFitting("win32", [linux])).toBe(linux);
    expect(firstFitting("linux", [linux, windows])).toBe(linux);
    expect(firstFitting("win32", [])).toBeNull();
  });
});

it("takes DOCKER_HOST as the only candidate", () => {
  const env = { DOCKER_HOST: "unix:///mine.sock", XDG_RUNTIME_DIR: "/run/user/1" };
  expect(candidates({ platform: "linux", env })).toEqual([{ kind: "socket", path: "/mine.sock" }]);
  expect(candidates({ platform: "linux", env: {} }).map(showEndpoint)).toContain(
    "unix:///run/podman/podman.sock",
  );
  expect(candidates({ platform: "win32", env: {} }).map(showEndpoint)).toContain(
    "npipe:////./pipe/docker_engine",
  );
});

class FakeManaged {
  readonly endpoint = { kind: "socket", path: "/managed.sock" } as const;
  readonly portBridge = "iso-1";
  pid: number | null = null;
  ensured = 0;
  ensure = async () => {
    this.ensured += 1;
    this.pid = 7;
    return this.endpoint;
  };
  explain = async () => ({ code: "unavailable", engine: "Docker", reason: "killed" }) as const;
  async [Symbol.asyncDispose]() {}
}

describe("discoverDocker", () => {
  it("takes a daemon that answers and starts none", async () => {
    await using daemon = await FakeDaemon.open();
    const managed = new FakeManaged();
    const env = { DOCKER_HOST: showEndpoint(daemon.endpoint) };
    const locator = discoverDocker({ platform: "linux", env, clock: new HandClock(), managed });
    expect(await locator.locate(never)).toEqual({ endpoint: daemon.endpoint, managed: false });
    expect(managed.ensured).toBe(0);
  });

  it("starts none for a DOCKER_HOST that does not answer", async () => {
    const env = { DOCKER_HOST: "unix:///nowhere/docker.sock" };
    const managed = new FakeManaged();
    const locator = discoverDocker({ platform: "linux", env, clock: new HandClock(), managed });
    await expect(locator.locate(never)).rejects.toMatchObject({
      error: {
        code: "unavailable",
        fix: expect.any(String),
        reason: expect.stringContaining("/nowhere/docker.sock"),
      },
    });
    expect(managed.ensured).toBe(0);
  });

  it("stays with its own daemon once it has started one", async () => {
    const managed = new FakeManaged();
    const clock = new HandClock();
    const locator = discoverDocker({ platform: "linux", env: {}, clock, managed, prefer: "managed" });
    expect(await locator.locate(never)).toMatchObject({ endpoint: managed.endpoint, managed: true });
    expect(await locator.explain({ code: "internal", message: "" })).toMatchObject({ reason: "killed" });
  });
});

it("prefers to say that rights are missing, with the fix", () => {
  const endpoint = { kind: "socket", path: "/var/run/docker.sock" } as const;
  const origin = { title: "Docker", endpoint };
  const refused = (code: string) =>
    connectionError(Object.assign(new Error(code), { code }), "ping", origin).error;
  const refusals = [
    { endpoint, error: refused("ENOENT") },
    { endpoint, error: refused("EACCES") },
  ];
  expect(noDaemon("linux", refusals)).toMatchObject({
    code: "denied",
    fix: expect.stringContaining("group"),
  });
  expect(noDaemon("linux", refusals.slice(0, 1)).code).toBe("unavailable");
});
