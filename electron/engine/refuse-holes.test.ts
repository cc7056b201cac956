import { describe, expect, it } from "vitest";
import type { LaunchHole } from "../contract/hole.ts";
import { failureOf } from "./conformance-tools.ts";
import { noHoles } from "./no-holes.ts";
import { refuseHoles } from "./refuse-holes.ts";

const YES = { can: true } as const;
const ALL = { folder: YES, pipe: YES, port: YES, network: YES, containerNetwork: YES, device: YES };

const ONE_OF_EACH: readonly (readonly [LaunchHole, string, RegExp])[] = [
  [{ kind: "folder", source: "/srv", target: "/data", readOnly: true }, "folder", /^The folder \/srv /],
  [{ kind: "pipe", source: "/run/x.sock", target: "/x.sock" }, "pipe", /^The pipe \/run\/x\.sock /],
  [{ kind: "port", containerPort: 80, protocol: "tcp" }, "port", /^Port 80\/tcp /],
  [{ kind: "network", of: "network", name: "front" }, "network", /^The network front /],
  [
    { kind: "network", of: "container", name: "web" },
    "containerNetwork",
    /^The network of the container web /,
  ],
  [{ kind: "device", device: "/dev/ttyS0" }, "device", /^The device \/dev\/ttyS0 /],
];

const refusal = (holes: readonly LaunchHole[], isolation: "process" | "hyperv") =>
  failureOf(
    Promise.resolve().then(() =>
      refuseHoles({ holes, isolation }, { holes: { process: ALL, hyperv: noHoles("It has no door.") } }),
    ),
  );

describe("refusing holes", () => {
  it.each(ONE_OF_EACH)("names %o and the engine's reason", async (hole, capability, words) => {
    expect(await refusal([hole], "hyperv")).toEqual({
      code: "unsupported",
      capability: `holes.${capability}`,
      reason: expect.stringMatching(new RegExp(`${words.source}cannot be opened\\. It has no door\\.$`)),
    });
  });

  it("goes by the launch's isolation", () => {
    const holes = ONE_OF_EACH.map(([hole]) => hole);
    const capabilities = { holes: { process: ALL, hyperv: noHoles("no") } };
    expect(() => refuseHoles({ holes, isolation: "process" }, capabilities)).not.toThrow();
  });

  it("lets a launch without holes be", () => {
    const capabilities = { holes: { process: ALL, hyperv: noHoles("no") } };
    expect(() => refuseHoles({ holes: [], isolation: "hyperv" }, capabilities)).not.toThrow();
  });
});
