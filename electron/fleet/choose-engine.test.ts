import { describe, expect, test } from "vitest";
import { chooseEngine } from "./choose-engine.ts";
import { FakeEngine } from "./fixtures/fake-engine.ts";

const IMAGE = "mcr.microsoft.com/windows/servercore:ltsc2019";

function windows() {
  const docker = new FakeEngine("docker", "hyperv");
  docker.setStatus({ defaultIsolation: "hyperv" });
  const hcs = new FakeEngine("hcs", "process");
  hcs.sees = "host";
  return { docker, hcs, all: [hcs, docker] };
}

describe("the default isolation", () => {
  test("is the engine's own, else the platform's", () => {
    const { docker, hcs } = windows();
    const wish = { isolation: "default", image: IMAGE } as const;
    expect(chooseEngine([docker], wish)).toEqual({ engine: docker, isolation: "hyperv" });
    expect(chooseEngine([hcs], wish)).toEqual({ engine: hcs, isolation: "process" });
  });
});

describe("an engine that sees the whole host", () => {
  test("comes after one that keeps images, for an image", () => {
    const { docker, hcs, all } = windows();
    docker.setStatus({ capabilities: hcs.status.capabilities });
    const wish = { isolation: "process", image: IMAGE } as const;
    expect(chooseEngine(all, wish).engine).toBe(docker);
    docker.setStatus({ state: "failed" });
    expect(chooseEngine(all, wish).engine).toBe(hcs);
    expect(chooseEngine(all, { ...wish, engine: "hcs" }).engine).toBe(hcs);
  });

  test("is the one for a folder of layers", () => {
    const { docker, hcs, all } = windows();
    docker.setStatus({ capabilities: hcs.status.capabilities });
    for (const image of ["C:\\layers\\app", "c:/layers/app", "\\\\?\\Volume{1}\\"]) {
      expect(chooseEngine(all, { isolation: "process", image }).engine).toBe(hcs);
    }
    expect(() => chooseEngine(all, { isolation: "hyperv", image: "C:\\layers" })).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: "unsupported" }) }),
    );
  });
});
