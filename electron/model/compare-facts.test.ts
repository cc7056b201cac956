import { describe, expect, test } from "vitest";
import { scenarios } from "../../e2e/fixtures/scenarios.ts";
import { hostProcess } from "../contract/fixtures/rows.ts";
import type { Scope } from "../contract/scope.ts";
import { laneFacts } from "./compare-facts.ts";
import { memoryCost } from "./memory-cost.ts";

const memory = memoryCost("smaps", [], "none");

function scopeOf(key: string): Scope {
  const scope = scenarios.scene?.scopes.find((one) => one.key === key);
  if (!scope) throw new Error(`no scope ${key}`);
  return scope;
}

const shared = scopeOf("docker/ping-shared");
const micro = scopeOf("microvm/ping-micro");
const stranger = hostProcess({ pid: 99, name: "ping" });

describe("under process isolation", () => {
  test("the command has a host row, found by its name, and others of that name are told apart", () => {
    const facts = laneFacts({ scope: shared, host: [...shared.related, stranger], memory, asked: "sh" });
    expect(facts).toMatchObject({ program: "ping", pidInside: 7, pidOnHost: 48213, hostRows: 3, why: null });
    expect(facts.search).toEqual({ own: [48213], others: 1 });
  });
});

describe("under VM isolation", () => {
  test("a process of the command's name on the host is another's, whatever it is called", () => {
    const facts = laneFacts({ scope: micro, host: [...micro.related, stranger], memory, asked: "ping" });
    expect(facts).toMatchObject({ pidOnHost: null, worker: { pid: 48391 }, hostRows: 1 });
    expect(facts.search).toEqual({ own: [], others: 1 });
  });
});

describe("what was not shown", () => {
  test("stays unknown with why, and the command keeps the name it was asked for by", () => {
    const ended: Scope = { ...shared, inside: [], mainPid: null, links: [], related: [] };
    const facts = laneFacts({ scope: ended, host: [], memory, asked: "PING.EXE" });
    expect(facts).toMatchObject({ program: "PING", pidInside: null, pidOnHost: null, worker: null });
    expect(facts.why).toBe("The command had ended before it was looked at.");
  });

  test("a list that could not be read is not taken for an empty one", () => {
    const insideError = { code: "denied", reason: "no rights" } as const;
    const unread: Scope = { ...shared, inside: [], mainPid: null, insideError };
    expect(laneFacts({ scope: unread, host: [], memory, asked: "x" }).why).toContain("could not be read");
  });
});
