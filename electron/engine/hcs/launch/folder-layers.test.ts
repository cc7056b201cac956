import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { folderLayers } from "./folder-layers.ts";

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "layers-"));
  for (const name of ["app", "mid", "base/UtilityVM"]) await mkdir(join(home, name), { recursive: true });
  await writeFile(join(home, "app/layerchain.json"), JSON.stringify([join(home, "mid"), join(home, "base")]));
});

afterEach(() => rm(home, { recursive: true, force: true }));

const { signal } = new AbortController();

it("reads the chain of a layer folder and finds the folder of its utility VM", async () => {
  expect(await folderLayers().resolve(join(home, "app"), signal)).toMatchObject({
    layers: [{ path: join(home, "app") }, { path: join(home, "mid") }, { path: join(home, "base") }],
    utilityVm: join(home, "base", "UtilityVM"),
    osVersion: null,
  });
});

it("takes a base layer for a whole image, with null in its chain or without one", async () => {
  for (const text of [null, "null"]) {
    if (text) await writeFile(join(home, "mid/layerchain.json"), text);
    const image = await folderLayers().resolve(join(home, "mid"), signal);
    expect(image).toMatchObject({ layers: [{ path: join(home, "mid") }], utilityVm: null });
  }
});

it("asks for the folder of a name, and says so when there is none", async () => {
  const config = {
    osVersion: "10.0.20348.1",
    defaultCommand: ["cmd"],
    env: {},
    workingDirectory: "",
    user: "",
  };
  const source = folderLayers(async (ref) =>
    ref === "app:1" ? { ...config, dir: join(home, "app") } : null,
  );
  expect(await source.resolve("app:1", signal)).toMatchObject({ osVersion: "10.0.20348.1" });
  for (const ref of ["other:1", join(home, "gone")]) {
    await expect(source.resolve(ref, signal)).rejects.toMatchObject({
      error: { code: "image-missing", ref },
    });
  }
});

it.each(["{", '"text"', "[1]"])("refuses the chain %s", async (text) => {
  await writeFile(join(home, "app/layerchain.json"), text);
  await expect(folderLayers().resolve(join(home, "app"), signal)).rejects.toMatchObject({
    error: { code: "invalid", field: "image" },
  });
});
