import fc from "fast-check";
import { expect, test } from "vitest";
import type { LaunchHole } from "../contract/hole.ts";
import { launchHole } from "./hole-makers.ts";
import { postureOf } from "./posture.ts";

const folder = (readOnly: boolean): LaunchHole => ({ kind: "folder", source: "/a", target: "/b", readOnly });
const pipe = (source: string): LaunchHole => ({ kind: "pipe", source, target: source });
const port = (hostIp?: string): LaunchHole => ({
  kind: "port",
  containerPort: 80,
  hostPort: 8080,
  protocol: "tcp",
  ...(hostIp !== undefined && { hostIp }),
});
const postures = (...holes: LaunchHole[]) => postureOf("hyperv", holes.map(launchHole));

test.each([
  [folder(true), "low", "/a → /b"],
  [folder(false), "medium", "/a → /b"],
  [pipe("\\\\.\\pipe\\docker_engine"), "high", "\\\\.\\pipe\\docker_engine"],
  [pipe("/run/app.sock"), "medium", "/run/app.sock"],
  [port(), "medium", "8080 → 80"],
  [port("::1"), "low", "[::1]:8080 → 80"],
  [{ kind: "network", of: "container", name: "db" } as const, "medium", "db"],
  [{ kind: "device", device: "/dev/ttyS0" } as const, "high", "/dev/ttyS0"],
])("%o has the risk %s", (hole, risk, what) => {
  expect(launchHole(hole)).toMatchObject({ risk, what });
});

test("the worst hole speaks, and the engine's pipe before any other", () => {
  const engine = pipe("/var/run/docker.sock");
  expect(postures(folder(true), { kind: "device", device: "/dev/a" }, engine)).toMatchObject({
    open: 3,
    undone: true,
    remedy: { kind: "remove", index: 2 },
  });
  expect(postures(folder(true), folder(false))).toMatchObject({
    remedy: { kind: "make-read-only", index: 1 },
  });
  expect(postures(port())).toMatchObject({ remedy: { kind: "listen-on-loopback", index: 0 } });
  expect(postures(folder(true))).toMatchObject({ open: 1, remedy: null });
});

test("no network is one way less, not one more; what is not known is not none", () => {
  expect(postures({ kind: "network", of: "network", name: "none" })).toMatchObject({ open: 0, worst: null });
  expect(postureOf(null, null)).toEqual({
    isolation: null,
    open: null,
    worst: null,
    undone: false,
    remedy: null,
  });
});

/** What a remedy does to the holes, as the form does it. */
function apply(holes: readonly LaunchHole[], kind: string, index: number): LaunchHole[] {
  if (kind === "remove") return holes.filter((_hole, at) => at !== index);
  return holes.map((hole, at) => {
    if (at !== index) return hole;
    if (hole.kind === "folder") return { ...hole, readOnly: true };
    return hole.kind === "port" ? { ...hole, hostIp: "127.0.0.1" } : hole;
  });
}

test("following the remedies comes to an end with nothing of medium or high risk left", () => {
  const any = fc.array(
    fc.constantFrom(
      folder(true),
      folder(false),
      pipe("/run/docker.sock"),
      pipe("/x.sock"),
      port(),
      port("::1"),
      {
        kind: "device" as const,
        device: "/dev/a",
      },
    ),
  );
  fc.assert(
    fc.property(any, (holes) => {
      let left: readonly LaunchHole[] = holes;
      for (let steps = 0; steps <= holes.length * 2; steps++) {
        const { remedy } = postureOf("process", left.map(launchHole));
        if (!remedy) break;
        left = apply(left, remedy.kind, remedy.index);
      }
      expect(left.map(launchHole).every(({ risk }) => risk === "low")).toBe(true);
    }),
  );
});
