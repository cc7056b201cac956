import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterEach, expect, test, vi } from "vitest";
import { whenNpmHasGone } from "./child.mjs";

/** A launcher that runs an app which says its PID, then ends as told. */
function launch(app: string) {
  const module = new URL("./child.mjs", import.meta.url).href;
  const launcher = `
    import { runApp } from ${JSON.stringify(module)};
    process.exitCode = await runApp(process.execPath, ["-e", ${JSON.stringify(app)}]);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", launcher], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  return { child, line: async () => String((await once(lines, "line"))[0]), closed: once(child, "close") };
}

const WAITING = `process.on("disconnect", () => process.exit(9)); setInterval(() => {}, 1000); console.log(process.pid);`;

test("the app's exit code is the launcher's", async () => {
  const { closed } = launch("process.exit(7)");
  expect(await closed).toEqual([7, null]);
});

test("a polite kill of the launcher reaches the app, whose answer counts", async () => {
  const { child, line, closed } = launch(`process.on("SIGTERM", () => process.exit(5)); ${WAITING}`);
  await line();
  child.kill("SIGTERM");
  expect(await closed).toEqual([5, null]);
});

test("an app ended by a signal is told as a shell would", async () => {
  const { line, closed } = launch(WAITING);
  process.kill(Number(await line()), "SIGKILL");
  expect(await closed).toEqual([137, null]);
});

test("a launcher that is killed outright leaves no orphan", async () => {
  const { child, line, closed } = launch(`process.on("exit", () => console.log("gone")); ${WAITING}`);
  await line();
  child.kill("SIGKILL");
  // The app writes to the launcher's own standard output: that closes only when both have gone.
  expect(await closed).toEqual([null, "SIGKILL"]);
});

afterEach(() => vi.useRealTimers());

function underNpm(env: Record<string, string>) {
  vi.useFakeTimers();
  let parent = 100;
  let gone = 0;
  const stop = whenNpmHasGone(() => (gone += 1), { env, parent: () => parent });
  const adopt = () => {
    parent = 1;
    vi.advanceTimersByTime(5000);
  };
  return { adopt, stop, gone: () => gone };
}

test("the end of npm is noticed, once", () => {
  const { adopt, gone } = underNpm({ npm_lifecycle_event: "start" });
  vi.advanceTimersByTime(5000);
  expect(gone()).toBe(0);
  adopt();
  expect(gone()).toBe(1);
});

test("an app that has ended looks no more", () => {
  const { adopt, stop, gone } = underNpm({ npm_lifecycle_event: "start" });
  stop();
  adopt();
  expect(gone()).toBe(0);
});

test("started by hand, the end of a shell is not ours", () => {
  const { adopt, gone } = underNpm({});
  adopt();
  expect(gone()).toBe(0);
});
