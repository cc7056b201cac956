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
  };
  expect(dockerRunLine(full, "linux")).toBe(
    String.raw`docker run -it --name demo -m 512m --cpus 1.5 -e 'A=1 2' alpine:3.20 sh -c 'echo it'\''s'`,
  );
});

test("Windows says the isolation, Linux cannot", () => {
  expect(dockerRunLine({ ...launch, isolation: "hyperv" }, "win32")).toContain("--isolation=hyperv");
  expect(dockerRunLine({ ...launch, isolation: "default" }, "win32")).not.toContain("--isolation");
  expect(dockerRunLine({ ...launch, isolation: "hyperv" }, "linux")).toBeNull();
  expect(dockerRunLine({ ...launch, image: "C:\\layers\\app" }, "win32")).toBeNull();
});
