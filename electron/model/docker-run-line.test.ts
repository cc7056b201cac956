import { expect, test } from "vitest";
import { dockerRunLine, type RunLine } from "./docker-run-line.ts";

const launch: RunLine = {
  image: "alpine:3.20",
  command: ["ping", "localhost"],
  isolation: "process",
  interactive: false,
  name: null,
  env: {},
  memoryBytes: null,
  cpus: null,
  holes: [],
};

test("the plain line", () => {
  expect(dockerRunLine(launch, "linux")).toBe("docker run -d alpine:3.20 ping localhost");
});

test("everything that can be set", () => {
  const full: RunLine = {
    ...launch,
    command: ["sh", "-c", "echo it's"],
    interactive: true,
    name: "demo",
    env: { A: "1 2" },
    memoryBytes: 512 * 1024 ** 2,
    cpus: 1.5,
    holes: [
      { kind: "folder", source: "/srv/a b", target: "/data", readOnly: true },
      { kind: "port", hostPort: 8080, containerPort: 80, protocol: "tcp" },
    ],
  };
  expect(dockerRunLine(full, "linux")).toBe(
    String.raw`docker run -it --name demo -m 512m --cpus 1.5 -v '/srv/a b:/data:ro' -p 8080:80 -e 'A=1 2' alpine:3.20 sh -c 'echo it'\''s'`,
  );
});

test("Windows says the isolation, Linux cannot", () => {
  expect(dockerRunLine({ ...launch, isolation: "hyperv" }, "win32")).toContain("--isolation=hyperv");
  expect(dockerRunLine({ ...launch, isolation: "default" }, "win32")).not.toContain("--isolation");
  expect(dockerRunLine({ ...launch, isolation: "hyperv" }, "linux")).toBeNull();
  expect(dockerRunLine({ ...launch, image: "C:\\layers\\app" }, "win32")).toBeNull();
});

test("the design's line, for PowerShell and for sh", () => {
  const windows: RunLine = {
    ...launch,
    image: "mcr.microsoft.com/windows/servercore:ltsc2019",
    command: ["ping", "localhost", "-t"],
    isolation: "hyperv",
    memoryBytes: 1024 ** 3,
    cpus: 2,
    holes: [
      { kind: "folder", source: "C:\\src", target: "C:\\src", readOnly: true },
      { kind: "pipe", source: "\\\\.\\pipe\\docker_engine", target: "\\\\.\\pipe\\docker_engine" },
    ],
  };
  const rest = "mcr.microsoft.com/windows/servercore:ltsc2019 ping localhost -t";
  expect(dockerRunLine(windows, "win32")).toBe(
    String.raw`docker run -d --isolation=hyperv -m 1g --cpus 2 -v C:\src:C:\src:ro -v \\.\pipe\docker_engine:\\.\pipe\docker_engine ${rest}`,
  );
  expect(dockerRunLine(windows, "win32", "sh")).toBe(
    String.raw`docker run -d --isolation=hyperv -m 1g --cpus 2 -v 'C:\src:C:\src:ro' -v '\\.\pipe\docker_engine:\\.\pipe\docker_engine' ${rest}`,
  );
});

test("a path with a colon in it needs the long form", () => {
  const colon: RunLine = {
    ...launch,
    holes: [{ kind: "folder", source: '/srv/a:b,"c"', target: "/d", readOnly: true }],
  };
  expect(dockerRunLine(colon, "linux")).toContain(
    `--mount 'type=bind,"source=/srv/a:b,""c""",target=/d,readonly' alpine`,
  );
});
