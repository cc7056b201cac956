import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NativeHcs, NativeLayers } from "../../hcs.ts";
import { control, E_ABORT, openHcs } from "./hcs.ts";

const FAULT = "0x80070005";

describe("container layers", () => {
  let hcs: NativeHcs;
  let layers: NativeLayers;
  let home = "";
  let parents: readonly string[] = [];
  beforeEach(() => {
    control({});
    hcs = openHcs();
    if (!hcs.layers) throw new Error("no layer calls");
    layers = hcs.layers;
    home = mkdtempSync(join(tmpdir(), "isoscope-layers-"));
    // A trailing backslash does not change a layer's name, thus not its id.
    parents = [join(home, "app"), `${join(home, "base")}\\`];
    for (const parent of parents) mkdirSync(join(parent, "Files"), { recursive: true });
  });
  afterEach(() => {
    hcs.close();
    rmSync(home, { recursive: true });
  });

  it("have an id by their folder's name", async () => {
    const id = await layers.id("base");
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await layers.id("base")).toBe(id);
    expect(await layers.id("app")).not.toBe(id);
  });

  it("are made, mounted, unmounted and destroyed", async () => {
    await layers.createScratch(home, "scratch", parents);
    const volume = await layers.mount(home, "scratch", parents);
    expect(volume).toMatch(/^\\\\\?\\Volume\{[0-9a-f-]{36}\}\\$/);
    await expect(layers.destroy(home, "scratch")).rejects.toMatchObject({ op: "DestroyLayer" });
    await layers.unmount(home, "scratch");
    await layers.destroy(home, "scratch");
    expect(existsSync(join(home, "scratch"))).toBe(false);
  });

  it("that cannot be mounted whole are not mounted at all", async () => {
    await layers.createScratch(home, "scratch", parents);
    for (const op of ["ActivateLayer", "PrepareLayer", "GetLayerMountPath"]) {
      control({ faults: { [op]: { hresult: FAULT } } });
      await expect(layers.mount(home, "scratch", parents)).rejects.toMatchObject({
        op,
        hresult: Number(FAULT),
      });
      control({});
      // Only a layer that is idle can be activated.
      await layers.mount(home, "scratch", parents);
      await layers.unmount(home, "scratch");
    }
  });

  it("say which call failed", async () => {
    await expect(layers.createScratch(home, "scratch", [join(home, "none")])).rejects.toMatchObject({
      op: "CreateSandboxLayer",
      hresult: 0xc0370112,
    });
    await expect(layers.unmount(home, "none")).rejects.toMatchObject({ op: "UnprepareLayer" });
  });

  it("are done with when all is closed", async () => {
    const asking = layers.id("base");
    hcs.close();
    await expect(asking).rejects.toMatchObject({ op: "NameToGuid", hresult: E_ABORT });
    await expect(layers.id("base")).rejects.toMatchObject({ op: "NameToGuid", hresult: E_ABORT });
  });
});
