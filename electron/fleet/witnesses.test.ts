import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EngineContainer } from "../engine/engine.ts";
import { containerKey } from "./container-key.ts";
import { engineContainer, FakeEngine } from "./fixtures/fake-engine.ts";
import { Members } from "./members.ts";
import { commonId, type Member, publishedOf } from "./witnesses.ts";

const ID = "a".repeat(64);
const VM = { runtimeId: "0A1B2C3D-0000-4000-8000-00000000000A", startedAt: 5 };

function engines() {
  const docker = new FakeEngine("docker", "process");
  const hcs = new FakeEngine("hcs", "process");
  hcs.sees = "host";
  return { docker, hcs };
}

const shown = (members: Members, keys: Iterable<string>) =>
  [...keys].flatMap((key) => {
    const member = members.get(key);
    return member ? [[key, member.seen] as const] : [];
  });

/** All that is published, followed as the roster does. */
class Follower {
  readonly members = new Members();
  readonly keys = new Set<string>();

  take(engine: FakeEngine, upsert: readonly EngineContainer[], remove: readonly string[]): void {
    this.#note(this.members.take(engine, upsert, remove));
  }

  reconsider(engine: FakeEngine): void {
    this.#note(this.members.reconsider(engine));
  }

  #note({ changed, gone }: ReturnType<Members["take"]>): void {
    for (const key of gone) this.keys.delete(key);
    for (const key of changed) this.keys.add(key);
  }

  published() {
    return new Map(shown(this.members, this.keys));
  }
}

describe("two witnesses of one container", () => {
  const own = engineContainer({ id: ID, name: "web", isolation: null, isolationEvidence: "not told" });
  const seen = engineContainer({
    id: ID,
    isolation: "hyperv",
    isolationEvidence: "HostingSystemId is set",
    utilityVm: VM,
    hostProcesses: [{ pid: 1, start: "1" }],
    hostProcessesBy: "HCS",
  });

  test("are one row: the owner's, its gaps filled by the one that sees the host", () => {
    const { docker, hcs } = engines();
    const [row, ...more] = publishedOf([
      { engine: hcs, seen },
      { engine: docker, seen: own },
    ]);
    expect(more).toEqual([]);
    expect(row?.engine.id).toBe("docker");
    expect(row?.seen).toMatchObject({
      name: "web",
      isolation: "hyperv",
      isolationEvidence: "HostingSystemId is set",
      utilityVm: VM,
      hostProcesses: [{ pid: 1, start: "1" }],
      hostProcessesBy: "HCS",
    });
  });

  test("the owner's word stands where it has one", () => {
    const { docker, hcs } = engines();
    const said = engineContainer({ id: ID, state: "paused", isolationEvidence: "docker inspect" });
    const [row] = publishedOf([
      { engine: docker, seen: said },
      { engine: hcs, seen },
    ]);
    expect(row?.seen).toMatchObject({
      state: "paused",
      isolation: "process",
      isolationEvidence: "docker inspect",
    });
  });

  test("containerd's VM is its container's, by the inner id", () => {
    const { docker, hcs } = engines();
    const vm = { engine: hcs, seen: { ...seen, id: `${ID}@vm` } };
    expect(publishedOf([vm, { engine: docker, seen: own }])).toMatchObject([
      { engine: { id: "docker" }, seen: { id: ID, utilityVm: VM } },
    ]);
    const inner = { engine: hcs, seen: engineContainer({ id: ID }) };
    expect(publishedOf([vm, inner])).toMatchObject([{ seen: { id: ID, utilityVm: VM } }]);
    expect(publishedOf([vm])).toMatchObject([{ seen: { id: `${ID}@vm` } }]);
  });

  test("when the owner's row goes, the other appears by itself with its own evidence", () => {
    const { docker, hcs } = engines();
    const list = new Follower();
    list.take(docker, [own], []);
    list.take(hcs, [seen], []);
    expect([...list.published().keys()]).toEqual([`docker/${ID}`]);
    list.take(docker, [], [ID]);
    expect(list.published()).toEqual(new Map([[`hcs/${ID}`, expect.objectContaining(seen)]]));
  });

  test("while the owner does not answer the other stands for it, in the owner's words", () => {
    const { docker, hcs } = engines();
    const list = new Follower();
    list.take(docker, [own], []);
    list.take(hcs, [{ ...seen, name: ID, state: "paused" }], []);
    docker.setStatus({ state: "stale" });
    list.reconsider(docker);
    expect([...list.published()]).toMatchObject([
      [`hcs/${ID}`, { name: "web", state: "paused", isolation: "hyperv" }],
    ]);
    hcs.setStatus({ state: "stale" });
    list.reconsider(hcs);
    expect([...list.published()]).toMatchObject([[`docker/${ID}`, { name: "web", state: "running" }]]);
  });
});

describe("for any order of what engines say", () => {
  const id = fc.constantFrom("a", "b", "a@vm", "c@vm");
  const row = fc.record({
    id,
    isolation: fc.constantFrom("process" as const, "hyperv" as const, null),
    state: fc.constantFrom("running" as const, "unknown" as const),
    utilityVm: fc.constantFrom(VM, null),
  });
  const said = fc.record({
    engine: fc.constantFrom("docker" as const, "podman" as const, "hcs" as const),
    upsert: fc.array(row, { maxLength: 3 }),
    remove: fc.array(id, { maxLength: 2 }),
    state: fc.option(fc.constantFrom("live" as const, "stale" as const)),
  });

  test("the list is that of a fresh merge, and a container seen by both is there once", () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 12 }), (script) => {
        const list = new Follower();
        const all = { ...engines(), podman: new FakeEngine("podman", "process") };
        const rows = new Map<string, Member>();
        const mentioned = new Set<string>();
        for (const { engine: name, upsert, remove, state } of script) {
          const engine = all[name];
          const seen = upsert.map((one) => engineContainer(one));
          for (const gone of remove) rows.delete(`${name}/${gone}`);
          for (const one of seen) rows.set(`${name}/${one.id}`, { engine, seen: one });
          for (const { id: one } of seen) mentioned.add(containerKey(name, one));
          list.take(engine, seen, remove);
          if (state) {
            engine.setStatus({ state });
            list.reconsider(engine);
          }
        }
        const fresh = new Follower();
        for (const { engine, seen } of [...rows.values()].reverse()) {
          if (engine instanceof FakeEngine) fresh.take(engine, [seen], []);
        }
        expect(list.published()).toEqual(fresh.published());
        for (const key of mentioned) expect(list.members.get(key) !== undefined).toBe(list.keys.has(key));
        const ids = new Set([...rows.values()].map(({ seen }) => commonId(seen.id)));
        const hosts = [...list.published()].filter(([key]) => key.startsWith("hcs/"));
        expect(new Set([...list.published().values()].map((seen) => commonId(seen.id)))).toEqual(ids);
        expect(new Set(hosts.map(([, seen]) => commonId(seen.id))).size).toBe(hosts.length);
      }),
    );
  });
});
