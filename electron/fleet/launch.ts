import { IsoscopeFailure } from "../contract/errors.ts";
import type { LaunchSpec } from "../contract/launch.ts";
import type { Engine, EngineLaunch, WorkContext } from "../engine/engine.ts";
import { chooseEngine } from "./choose-engine.ts";
import { containerKey } from "./container-key.ts";

/** The built-in image: made on first use, so that nothing has to be pulled. */
export interface DemoImage {
  readonly ref: string;
  /** Imports it where it is missing; resolves when it is there. */
  ensure(engine: Engine, work: WorkContext): Promise<void>;
}

/** One line of what is being launched, for job lists. */
export const launchTitle = (spec: LaunchSpec): string =>
  [spec.image, ...spec.command].join(" ").slice(0, 200);

/** Launches on the engine that fits and resolves with the container's key; on failure nothing is left behind. */
export async function launch(
  spec: LaunchSpec,
  engines: readonly Engine[],
  demo: DemoImage,
  work: WorkContext,
): Promise<string> {
  const { engine, isolation } = chooseEngine(engines, spec);
  await ensureImage(spec.image, engine, engines, demo, work);
  const request: EngineLaunch = {
    image: spec.image,
    command: spec.command,
    isolation,
    interactive: spec.interactive,
    name: spec.name ?? null,
    env: spec.env,
    memoryBytes: spec.memoryBytes ?? null,
    cpus: spec.cpus ?? null,
    holes: spec.holes,
  };
  const id = await engine.launch(request, work);
  return containerKey(engine.id, id);
}

/** Imports the demo image where it is asked for and missing; any other image has to be there. */
export async function ensureImage(
  image: string,
  engine: Engine,
  engines: readonly Engine[],
  demo: DemoImage,
  work: WorkContext,
): Promise<void> {
  if (image !== demo.ref) return;
  work.progress({ phase: "Preparing the demo image" });
  await demo.ensure(imageKeeper(engines, engine), work);
}

/** The engine that keeps images: the launching one, or for engines that borrow images the first that can import. */
function imageKeeper(engines: readonly Engine[], engine: Engine): Engine {
  const keeper = [engine, ...engines].find(
    (candidate) => candidate.status.capabilities.importImage.can && candidate.status.state === "live",
  );
  if (keeper) return keeper;
  throw new IsoscopeFailure({
    code: "unavailable",
    engine: "An engine that keeps images",
    reason: "No live engine can import the demo image.",
    fix: "Start Docker, then launch again.",
  });
}
