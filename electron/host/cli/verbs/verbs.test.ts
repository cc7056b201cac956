import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FixtureHost, fixtureHost, type Scenario } from "../../../../e2e/fixtures/fixture-host.ts";
import { scenarios } from "../../../../e2e/fixtures/scenarios.ts";
import { IsoscopeFailure } from "../../../contract/failure.ts";
import { FakeTerminal } from "../fixtures/fake-terminal.ts";
import { type Ran, runFixture } from "../fixtures/run-fixture.ts";
import { verbs } from "../verbs.ts";

const named = (name: string): Scenario => scenarios[name] ?? expect.fail(`no scenario ${name}`);

let host: FixtureHost;
let folder: string;
beforeEach(() => {
  host = fixtureHost(named("scene"));
  folder = mkdtempSync(join(tmpdir(), "isoscope-verbs-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: readonly string[]) => runFixture(host.handlers, argv);

/** The one document on standard output, checked against what the verb says it prints. */
function document(verb: string, { out }: Ran): unknown {
  const [line = "", ...more] = out.trimEnd().split("\n");
  expect(more).toEqual([]);
  return verbs.get(verb)?.output?.parse(JSON.parse(line));
}

describe("stop and rm", () => {
  test("a container is named by name, key or the beginning of its id", async () => {
    expect((await run("stop", "redis-cache")).out).toBe("docker/redis-cache\n");
    expect((await run("stop", "docker/web-front", "-k")).out).toBe("docker/web-front\n");
    expect((await run("rm", "-f", "api-ord")).out).toBe("docker/api-orders\n");
  });

  test("one that cannot be found keeps no other from its turn", async () => {
    const { code, out, err } = await run("stop", "nobody", "redis-cache");
    expect([code, out]).toEqual([4, "docker/redis-cache\n"]);
    expect(err).toContain('No such container: nobody\n  Fix: "isoscope ps -a" lists them.');
  });

  test("what runs is removed by force only, and that is said", async () => {
    const { code, err } = await run("rm", "redis-cache");
    expect(code).toBe(1);
    expect(err).toContain("Fix: Stop it first, or: isoscope rm -f redis-cache");
    expect((await run("rm", "batch-0412")).code).toBe(0);
  });

  test("a beginning that several ids have is refused with the candidates", async () => {
    const { code, err } = await run("stop", "p");
    expect(code).toBe(1);
    expect(err).toMatch(/"p" is not one container but \d+: .*docker\/ping-shared \(ping-shared\)/);
  });

  test("--json tells what became of each", async () => {
    expect(document("stop", await run("stop", "--json", "nobody", "redis-cache"))).toEqual({
      containers: [
        { given: "nobody", key: null, error: { code: "not-found", what: "container", name: "nobody" } },
        { given: "redis-cache", key: "docker/redis-cache", error: null },
      ],
    });
  });
});

describe("top and scope", () => {
  test("top lists the inside with the host's numbers where they are shown to be the same", async () => {
    const { out } = await run("top", "ping-shared");
    expect(out).toMatch(/^ *7 +48213 .*ping 127\.0\.0\.1$/m);
    expect(document("top", await run("top", "--json", "ping-shared"))).toMatchObject({
      source: "docker top",
    });
  });

  test("scope shows both sides and the evidence", async () => {
    const { code, out } = await run("scope", "ping-shared", "--find", "ping");
    expect(code).toBe(0);
    expect(out).toContain("ON THE HOST (3 of ");
    expect(out).toContain("KERNELS  shared. Both sides read boot id host-boot");
    expect(out).toContain("Same process: PID 7 inside is PID 48213 on the host. Proven: NSpid 48213 7");
  });

  test("a VM shows its worker, and no process of it", async () => {
    const { out } = await run("scope", "ping-micro", "-f", "ping");
    expect(out).toContain('Cannot find a process with the name "ping" of it on the host.');
    expect(out).toContain("It shows its worker process qemu-system-x86_64, PID 48391.");
    expect(document("scope", await run("scope", "ping-micro", "-f", "ping", "--json"))).toMatchObject({
      find: { name: "ping", inside: [1], same: [] },
    });
  });

  test("scope writes its evidence as a report, to a file or instead of the table", async () => {
    const file = join(folder, "evidence.html");
    const { code, out, err } = await run("scope", "ping-shared", "--report", "html", "-o", file);
    expect([code, err]).toEqual([0, `Report: ${file}\n`]);
    expect(out).toContain("LINKS");
    expect(readFileSync(file, "utf8")).toMatch(/^<!doctype html>/);
    expect((await run("scope", "ping-shared", "--report", "md")).out).toMatch(/^# /);
    expect((await run("scope", "ping-shared", "--report", "pdf")).code).toBe(2);
    expect((await run("scope", "ping-shared", "-o", file)).code).toBe(2);
  });

  test("a program that is not inside exits 1, a container that does not run is refused", async () => {
    expect((await run("scope", "ping-shared", "-f", "nginx")).code).toBe(1);
    const { code, err } = await run("scope", "batch-0412");
    expect(code).toBe(1);
    expect(err).toContain("batch-0412 does not run: it is exited.");
  });
});

describe("compare", () => {
  test("tells how far it is, then the table and what the wall cost", async () => {
    const done = fixtureHost({ ...named("compared") });
    const [finished] = named("compared").comparisons ?? [];
    const handlers = {
      ...done.handlers,
      "compare.start": async () => ({ comparison: finished?.id ?? "" }),
    };
    const { code, out } = await runFixture(handlers, ["compare", "-n", "5", "isoscope/demo:1"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ RUNS? +SHARED KERNEL +MICRO-VM +DIFFERENCE/);
    expect(out.trimEnd().split("\n").at(-1)).toMatch(/\.$/);
    expect(
      document("compare", await runFixture(handlers, ["compare", "--json", "isoscope/demo:1"])),
    ).toMatchObject({
      state: "done",
    });
  });

  test("Ctrl+C stops it and waits for its end", async () => {
    const stop = new AbortController();
    const terminal = new FakeTerminal();
    const how = { terminal, signal: stop.signal };
    const running = runFixture(host.handlers, ["compare", "isoscope/demo:1"], how);
    await expect.poll(() => terminal.written.err).toMatch(/^\d+ of \d+: /);
    stop.abort();
    expect((await running).code).toBe(130);
  });

  test("as often as there is a choice for", async () => {
    expect((await run("compare", "-n", "3", "isoscope/demo:1")).err).toContain("--runs: one of 1, 5, 10");
  });
});

describe("host", () => {
  test("tells of the machine and of each engine", async () => {
    const { code, out } = await run("host");
    expect(code).toBe(0);
    expect(out).toMatch(/^Docker +live/m);
    expect(document("host", await run("host", "--json"))).toMatchObject({ processes: null });
  });

  test("lists whose processes are, as a tree", async () => {
    const { out } = await run("host", "--owned", "--tree");
    expect(out).toMatch(/48213 +ping +root .*main of ping-shared/);
    expect(out).not.toContain("kworker");
  });
});

describe("images", () => {
  test("lists with a verdict for either isolation", async () => {
    const { code, out } = await run("images");
    expect(code).toBe(0);
    expect(out).toMatch(/^IMAGE +SIZE +SYSTEM +SHARED KERNEL +MICRO-VM +ENGINE +ID/);
    expect(document("images", await run("images", "--json"))).toHaveProperty("images.0.process", "runs");
  });

  test("a further word that is none, or one too few, is refused", async () => {
    expect((await run("images", "pull", "x")).code).toBe(2);
    expect((await run("images", "import")).err).toContain("images import needs one FILE.");
    expect((await run("images", "import", join(folder, "none.tar"))).code).toBe(4);
    expect((await run("images", "export", "debian:12")).code).toBe(2);
    expect((await run("images", "rm", "nobody:1")).code).toBe(4);
  });
});

describe("advise", () => {
  const asked = ["--host-build", "20348", "--host-sku", "server", "--image-build", "17763"];

  test("answers for any pair without opening anything", async () => {
    const ran = await run("advise", ...asked, "--json");
    expect([ran.code, ran.opened, ran.err]).toEqual([0, false, ""]);
    expect(document("advise", ran)).toMatchObject({
      process: {
        verdict: "fails",
        rule: { id: expect.any(String) },
        hresult: "0xc0370101",
        remedies: [{ kind: "use-isolation", isolation: "hyperv" }, expect.anything()],
      },
      hyperv: { verdict: "runs" },
    });
  });

  test("says it to people with the rule and what to do", async () => {
    const { out } = await run("advise", ...asked);
    expect(out).toContain("Process isolation: fails (0xc0370101)");
    expect(out).toContain("  What to do  Launch it under Hyper-V isolation");
  });

  test("what is no number, no choice, or too little is refused by its option", async () => {
    expect((await run("advise", "--host-build", "x")).err).toContain("--host-build: a whole number");
    expect((await run("advise", "--host-sku", "desktop")).err).toContain("--host-sku: one of server, client");
    expect((await run("advise")).code).toBe(2);
    expect((await run("advise", "debian:12", ...asked)).code).toBe(2);
  });

  test("advises for an image of this host", async () => {
    const { code, out } = await run("advise", "isoscope/demo:1");
    expect(code).toBe(0);
    expect(out).toContain("Shared kernel: runs");
    expect((await run("advise", "nobody:1")).code).toBe(4);
  });
});

describe("serve, replay and completion", () => {
  test("serve prints the link and ends when it is told to", async () => {
    const stop = new AbortController();
    const running = runFixture(host.handlers, ["serve", "--json"], { signal: stop.signal });
    stop.abort();
    expect(document("serve", await running)).toEqual({ url: "http://127.0.0.1:1/?token=fixture" });
    expect((await run("serve", "--port", "99999")).code).toBe(2);
  });

  test("replay takes only verbs that look", async () => {
    const { code, err } = await run("replay", "seed", "rm", "x");
    expect(code).toBe(2);
    expect(err).toContain('"rm" does not go with a recording');
  });

  test.each(["bash", "zsh", "fish", "powershell"])(
    "completion %s names every verb and its options",
    async (shell) => {
      const { code, out, opened } = await run("completion", shell);
      expect([code, opened]).toEqual([0, false]);
      for (const [name, { options }] of verbs) {
        expect(out).toContain(name);
        for (const option of Object.keys(options)) expect(out).toContain(option);
      }
    },
  );

  test("a shell that is not known is refused", async () => {
    expect((await run("completion", "tcsh")).code).toBe(2);
  });
});

describe("record", () => {
  test("Ctrl+C ends the recording and saves it", async () => {
    const file = join(folder, "demo.isoscope");
    const stop = new AbortController();
    const terminal = new FakeTerminal({ columns: 80, rows: 24 });
    const running = runFixture(host.handlers, ["record", "-o", file, "--json"], {
      terminal,
      signal: stop.signal,
    });
    await expect.poll(() => terminal.written.err).toContain("Recording");
    stop.abort();
    const ran = await running;
    expect(ran.code).toBe(0);
    expect(document("record", ran)).toMatchObject({ file });
    expect(readdirSync(folder)).toEqual(["demo.isoscope"]);
  });

  test("one that cannot be begun leaves a file of that name alone", async () => {
    const file = join(folder, "demo.isoscope");
    writeFileSync(file, "before");
    const { code } = await runFixture(
      { ...host.handlers, "recording.start": () => Promise.reject(new IsoscopeFailure(BUSY)) },
      ["record", "-o", file],
    );
    expect(code).toBe(1);
    expect([readFileSync(file, "utf8"), readdirSync(folder)]).toEqual(["before", ["demo.isoscope"]]);
    expect((await run("record")).code).toBe(2);
  });
});

const BUSY = { code: "conflict", message: "This host is being recorded." } as const;
