import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LaunchHoles } from "./hole.ts";
import { holeContradiction } from "./hole-contradiction.ts";
import { invalidInput } from "./invalid-input.ts";

const folder = (target: string) => ({ kind: "folder", source: "/srv", target, readOnly: true });
const pipe = (target: string) => ({ kind: "pipe", source: "/run/a.sock", target });
const port = (more: object = {}) => ({ kind: "port", containerPort: 80, ...more });
const network = (name: string, of = "network") => ({ kind: "network", of, name });

/** What the boundary says, as callers get it. */
function refusal(holes: readonly object[]): string | null {
  const parsed = LaunchHoles.safeParse(holes);
  if (parsed.success) return null;
  const { field, message } = invalidInput(parsed.error);
  return `${field}: ${message}`;
}

describe("holes of one launch", () => {
  it.each([
    [[folder("/data"), folder("/data")], /^1\.target: \/data is another hole's/],
    [[folder("/data"), pipe("/data/")], /^1\.target: /],
    [[folder("C:\\Data"), folder("c:/data")], /^1\.target: /],
    [[folder("/")], /^0\.target: \/ holds/],
    [[folder("C:\\")], /^0\.target: C:\\ holds/],
    [[port({ hostPort: 80 }), port({ hostPort: 80, hostIp: "127.0.0.1" })], /^1\.hostPort: /],
    [[network("front"), network("back")], /^1: a container is in one network/],
    [[port(), network("web", "container")], /^0: the network is another container's/],
    [[network("host"), port()], /^1: the network is the host's/],
    [[network("none"), port()], /^1: without a network/],
    [[port({ hostPort: 65_536 })], /^0\.hostPort: 1 to 65535/],
    [[port({ containerPort: 0 })], /^0\.containerPort: 1 to 65535/],
  ])("refuses %o at the hole that cannot be", (holes, words) => {
    expect(refusal(holes)).toMatch(words);
  });

  it.each([
    [[folder("/data"), folder("/Data")]],
    [[port({ hostPort: 80 }), port({ hostPort: 80, protocol: "udp" })]],
    [[port({ hostPort: 80, hostIp: "127.0.0.1" }), port({ hostPort: 80, hostIp: "127.0.0.2" })]],
    [[port(), port()]],
    [[network("front"), port({ hostPort: 80 })]],
  ])("takes %o", (holes) => {
    expect(refusal(holes)).toBeNull();
  });

  it("finds what contradicts wherever it stands", () => {
    const targets = fc.uniqueArray(fc.stringMatching(/^\/[a-z]{1,8}$/), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(targets, fc.nat(), (paths, at) => {
        const holes = LaunchHoles.parse(paths.map(folder));
        expect(holeContradiction(holes)).toBeNull();
        const again = holes[at % holes.length];
        if (again) expect(holeContradiction([...holes, again])?.index).toBe(holes.length);
      }),
    );
  });
});
