import fc from "fast-check";
import { expect, test } from "vitest";
import { LaunchHole } from "../../../../electron/contract/hole.ts";
import { LaunchSpec } from "../../../../electron/contract/launch.ts";
import { launchHole } from "../../../../electron/model/hole-makers.ts";
import { fieldOf } from "../launch-form.ts";
import { type DraftOf, draftOf, type HoleDraft, newDraft, nextId, shownHole } from "./hole-draft.ts";
import { readDrafts } from "./read-draft.ts";

const folder = (source: string, target = ""): HoleDraft => ({
  id: 1,
  kind: "folder",
  source,
  target,
  readOnly: true,
});
const port = (change: Partial<DraftOf<"port">>): HoleDraft => ({
  ...{ id: 2, kind: "port", hostIp: "", hostPort: "", containerPort: "80", protocol: "tcp" },
  ...change,
});

test("an empty target is the same path, an empty host port is the engine's to choose", () => {
  expect(readDrafts([folder(" /srv/data "), port({})])).toEqual({
    errors: {},
    holes: [
      { kind: "folder", source: "/srv/data", target: "/srv/data", readOnly: true },
      { kind: "port", containerPort: 80, protocol: "tcp" },
    ],
  });
});

test("says at each field what is wrong with it, by the hole's place", () => {
  const drafts = [folder("data", "x"), port({ containerPort: "0", hostPort: "x", hostIp: "here" })];
  expect(Object.keys(readDrafts(drafts).errors)).toEqual([
    "holes.0.source",
    "holes.0.target",
    "holes.1.containerPort",
    "holes.1.hostPort",
    "holes.1.hostIp",
  ]);
});

test("holes that contradict each other are told at the later one", () => {
  const twice = readDrafts([folder("/a", "/data"), folder("/b", "/data")]);
  expect(twice.errors).toEqual({ "holes.1.target": "/data is another hole's already." });
});

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom("/a", "C:\\a", "80", "::1", "127.0.0.1", "web"),
);
const draft: fc.Arbitrary<HoleDraft> = fc.oneof(
  fc.record({
    id: fc.nat(),
    kind: fc.constant("folder" as const),
    source: text,
    target: text,
    readOnly: fc.boolean(),
  }),
  fc.record({ id: fc.nat(), kind: fc.constant("pipe" as const), source: text, target: text }),
  fc.record({
    id: fc.nat(),
    kind: fc.constant("port" as const),
    hostIp: text,
    hostPort: text,
    containerPort: text,
    protocol: fc.constantFrom("tcp" as const, "udp" as const),
  }),
  fc.record({
    id: fc.nat(),
    kind: fc.constant("network" as const),
    of: fc.constantFrom("network" as const, "container" as const),
    name: text,
  }),
  fc.record({ id: fc.nat(), kind: fc.constant("device" as const), device: text }),
);

test("whatever is typed, what passes here is refused by the contract only at a field the row has", () => {
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 4 }), (drafts) => {
      const { holes, errors } = readDrafts(drafts);
      if (Object.keys(errors).length > 0) return;
      const parsed = LaunchSpec.safeParse({ image: "x", holes });
      for (const issue of parsed.error?.issues ?? []) {
        expect(fieldOf(issue.path.join("."))).toMatch(/^holes\.\d/);
      }
    }),
  );
});

test("a hole that is known becomes fields that read as the same hole, and is shown as what it will be", () => {
  fc.assert(
    fc.property(draft, (typed) => {
      const [hole] = readDrafts([typed]).holes;
      if (!hole || !LaunchHole.safeParse(hole).success) return;
      const again = draftOf(hole, 7);
      expect(readDrafts([again]).holes).toEqual([hole]);
      expect(shownHole(again)).toEqual(launchHole(hole));
    }),
  );
});

test("a new row gets a number that none has", () => {
  expect(nextId([])).toBe(1);
  expect(nextId([newDraft("port", 4), newDraft("folder", 2)])).toBe(5);
});
