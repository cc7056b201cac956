import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { procFacts } from "../fixtures/host-facts.ts";
import { finished, IsoscopeCli } from "../fixtures/isoscope-cli.ts";
import { expect, test } from "../fixtures/test.ts";
import { ContainersPage } from "../pages/containers-page.ts";

const DEMO = "isoscope/demo:latest";

test("what the command line does to the app that runs is seen on its page, and by Docker and /proc", async ({
  page,
  app,
  docker,
}) => {
  const cli = new IsoscopeCli(app.home);
  const containers = new ContainersPage(page);
  await containers.open();

  await test.step("run under both isolations", async () => {
    const key = await cli.ok("run", "-d", "--name", "cli-shared", DEMO, "ping", "127.0.0.1");
    expect(key).toBe(`docker/${await docker.docker("inspect", "--format", "{{.Id}}", "cli-shared")}`);
    await cli.ok("run", "-d", "--name", "cli-vm", "--isolation", "hyperv", DEMO, "ping", "127.0.0.1");
    await expect(containers.row("cli-shared")).toBeVisible();
    await expect(containers.row("cli-vm")).toBeVisible();
  });

  await test.step("ps and scope tell the host's side truly", async () => {
    expect((await cli.ok("ps", "-q")).split("\n").toSorted()).toEqual(["cli-shared", "cli-vm"]);
    expect(await cli.ok("top", "cli-shared")).toContain("ping 127.0.0.1");
    const pid = await docker.docker("inspect", "--format", "{{.State.Pid}}", "cli-shared");
    const shared = await cli.ok("scope", "cli-shared", "--find", "ping");
    expect(shared).toContain(`Same process: PID 1 inside is PID ${pid} on the host. Proven: `);
    const vm = await cli.ok("scope", "cli-vm", "--find", "ping");
    expect(vm).toContain('Cannot find a process with the name "ping" of it on the host.');
    const worker = Number(/its worker process qemu-system-x86_64, PID (\d+)\./.exec(vm)?.[1]);
    expect(procFacts(worker)?.exe).toMatch(/\/qemu-system-x86_64$/);
    expect(await cli.json("host", "--owned")).toMatchObject({
      owners: expect.arrayContaining([
        expect.objectContaining({ pid: worker, role: "worker", name: "cli-vm" }),
      ]),
    });
  });

  await test.step("stop and rm", async () => {
    expect((await cli.run(["rm", "cli-shared"])).code).toBe(1);
    await cli.ok("stop", "-k", "cli-shared", "cli-vm");
    await cli.ok("rm", "cli-shared", "cli-vm");
    expect(await cli.ok("ps", "-aq")).toBe("");
    expect(await docker.names()).toEqual([]);
    await expect(containers.row("cli-vm")).toBeHidden();
  });
});

test("run attached: output, input, exit codes, Ctrl+C, and holes that are refused", async ({
  app,
  docker,
}) => {
  const cli = new IsoscopeCli(app.home);

  await test.step("each stream, and the command's own exit code", async () => {
    const ran = await cli.run(["run", "--rm", DEMO, "sh", "-c", "echo out; echo err >&2; exit 7"]);
    expect(ran).toEqual({ code: 7, out: "out\n", err: "err\n" });
    expect((await cli.run(["run", "--rm", DEMO, "no-such-command"])).code).toBe(127);
  });

  await test.step("a console takes what is typed", async () => {
    const ran = await cli.run(["run", "-i", "--rm", "--isolation", "hyperv", DEMO, "sh"], "exit 5\n");
    expect(ran.code, ran.err).toBe(5);
  });

  await test.step("Ctrl+C leaves nothing behind", async () => {
    const child = cli.start(["run", "--rm", DEMO, "ping", "127.0.0.1"]);
    const ran = finished(child);
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    child.kill("SIGINT");
    expect((await ran).code).toBe(130);
  });

  await test.step("a hole that cannot be opened is refused with the reason", async () => {
    const ran = await cli.run([
      "run",
      "--rm",
      "--isolation",
      "hyperv",
      "--device",
      "/dev/null",
      DEMO,
      "true",
    ]);
    expect(ran.code).toBe(125);
    expect(ran.err).toMatch(/isoscope: .*[Dd]evice/);
  });

  expect(await docker.names()).toEqual([]);
  expect(await cli.ok("ps", "-aq")).toBe("");
});

test("without any app: advice and recordings need none, and nothing is started for them", async () => {
  const home = await mkdtemp(join(tmpdir(), "iso-cli-"));
  const cli = new IsoscopeCli(home);
  const pair = ["--host-build", "20348", "--host-sku", "server", "--image-build", "17763"];
  expect(await cli.json("advise", ...pair)).toMatchObject({
    process: { verdict: "fails", hresult: "0xc0370101" },
    hyperv: { verdict: "runs" },
  });
  expect(await cli.ok("replay", "seed", "scope", "ping-hyperv", "--find", "ping")).toContain(
    "vmwp, PID 2376",
  );
  const none = await cli.run(["ps", "--no-start"]);
  expect([none.code, none.out]).toEqual([3, ""]);
  expect(none.err).toContain("Fix: Start it with: isoscope serve");
  expect(existsSync(join(home, "run"))).toBe(false);
  expect(await readdir(home)).toEqual([]);
  await rm(home, { recursive: true });
});
