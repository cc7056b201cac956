import { describe, expect, it } from "vitest";
import type { EngineLaunch, ImageConfig } from "../engine.ts";
import { checkImage, mainCommand } from "./plan.ts";
import { signalNumber } from "./signals.ts";
import { memoryMiB, virtualCpus } from "./size.ts";

const SPEC: EngineLaunch = {
  ...{ image: "i", command: [], isolation: "hyperv", interactive: false, name: null, env: {} },
  holes: [],
  ...{ memoryBytes: null, cpus: null },
};
const IMAGE: ImageConfig = {
  ...{
    id: "1",
    ref: "i",
    os: "linux",
    architecture: "amd64",
    sizeBytes: null,
    entrypoint: [],
    command: ["serve"],
  },
  ...{ env: { A: "1", B: "2" }, workingDirectory: "", user: "app" },
};
const MIB = 1024 * 1024;

describe("mainCommand", () => {
  it("takes the image's own command when none is given, and keeps the entry point either way", () => {
    expect(mainCommand(SPEC, IMAGE).argv).toEqual(["serve"]);
    const image = { ...IMAGE, entrypoint: ["/init", "-x"] };
    expect(mainCommand({ ...SPEC, command: ["ls"] }, image).argv).toEqual(["/init", "-x", "ls"]);
  });

  it("refuses when there is nothing to run", () => {
    expect(() => mainCommand(SPEC, { ...IMAGE, command: [] })).toThrow(/no command of its own/);
  });

  it("lets the launch's variables win, and stands in / unless the image says where", () => {
    const command = mainCommand({ ...SPEC, env: { B: "3", C: "" }, interactive: true }, IMAGE);
    expect(command).toMatchObject({ env: ["A=1", "B=3", "C="], cwd: "/", user: "app", tty: true });
  });
});

describe("checkImage", () => {
  it("refuses what the guest's kernel cannot run", () => {
    expect(() => checkImage({ os: "windows", architecture: "amd64" })).toThrow(/windows\/amd64/);
    expect(() => checkImage({ os: "linux", architecture: "arm64" })).toThrow(/arm64/);
    expect(() => checkImage(IMAGE)).not.toThrow();
  });
});

describe("memoryMiB", () => {
  it("is 128 unless said, rounds up, and refuses what cannot boot", () => {
    expect(memoryMiB({ memoryBytes: null })).toBe(128);
    expect(memoryMiB({ memoryBytes: 200 * MIB + 1 })).toBe(201);
    expect(memoryMiB({ memoryBytes: 95 * MIB + 1 })).toBe(96);
    expect(() => memoryMiB({ memoryBytes: 95 * MIB })).toThrow(/at least 96 MiB/);
  });
});

describe("virtualCpus", () => {
  it("gives whole CPUs up to what the host has", () => {
    expect([
      virtualCpus({ cpus: null }, 4),
      virtualCpus({ cpus: 0.5 }, 4),
      virtualCpus({ cpus: 1.5 }, 4),
    ]).toEqual([1, 1, 2]);
    expect(() => virtualCpus({ cpus: 4.5 }, 4)).toThrow(/4 CPUs/);
  });
});

describe("signalNumber", () => {
  it("knows names with and without SIG, and numbers", () => {
    expect(["KILL", "sigterm", "SIGHUP", "9"].map(signalNumber)).toEqual([9, 15, 1, 9]);
  });

  it.each(["NOPE", "0", "65", "", "-9", "1e1"])("refuses %j", (name) => {
    expect(() => signalNumber(name)).toThrow(/There is no signal/);
  });
});
