import { systemClock } from "../clock.ts";
import { engineConformance } from "../conformance.ts";
import type { ConformanceSubject } from "../conformance-bench.ts";
import { quietWork, whenStatus } from "../conformance-tools.ts";
import { DEMO_IMAGE } from "../demo-image.ts";
import { demoTar, readBusybox } from "../demo-tar.ts";
import { openDockerEngine } from "./engine.ts";
import { PipeBridge, type PipeEnd } from "./fixtures/pipe-bridge.ts";
import { fixedEndpoint } from "./locator.ts";
import { InfoAnswer } from "./parse.ts";
import { Wire } from "./wire.ts";

/** Set by the runner, which has started a daemon on the Linux side: it listens on the loopback. */
const PORT = Number(process.env.ISOSCOPE_TEST_DOCKER_PORT ?? 0);
/** Wine shows Linux as drive Z. */
const BUSYBOX = process.env.ISOSCOPE_TEST_BUSYBOX ?? "Z:\\bin\\busybox";

const NO_DAEMON = "the runner gave no daemon (ISOSCOPE_TEST_DOCKER_PORT)";

async function openOverPipe(end: PipeEnd): Promise<ConformanceSubject> {
  // Wine runs on the daemon's own kernel, so the PIDs the daemon names are this host's.
  const host = { platform: "linux", kernelRelease: await daemonKernel() } as const;
  const bridge = await PipeBridge.open(`isoscope-test-${process.pid}-${end}`, PORT, end);
  const engine = openDockerEngine(
    { id: "docker", title: "Docker", locator: fixedEndpoint({ kind: "socket", path: bridge.path }) },
    { clock: systemClock, random: Math.random, host },
  );
  await whenStatus(engine, (status) => status.state === "live" || status.state === "failed");
  const tar = await demoTar(await readBusybox(BUSYBOX));
  const options = { defaultCommand: ["ping", "127.0.0.1"], env: { PATH: "/bin" } };
  await engine.importImage(once(tar), DEMO_IMAGE, options, quietWork());
  const close = async () => {
    await bridge[Symbol.asyncDispose]();
  };
  return { engine, image: DEMO_IMAGE, isolation: "process", close };
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function daemonKernel(): Promise<string> {
  const endpoint = { kind: "tcp", host: "127.0.0.1", port: PORT } as const;
  const wire = new Wire({ title: "Docker", endpoint }, null, systemClock);
  const { KernelVersion } = await wire.json({ op: "read info", path: "/info" }, InfoAnswer);
  wire.close();
  return KernelVersion;
}

for (const end of ["closes", "silent", "breaks"] as const) {
  engineConformance(`docker over a named pipe that ${end} at the end`, async () =>
    PORT === 0 ? { skip: NO_DAEMON } : openOverPipe(end),
  );
}
