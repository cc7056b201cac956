import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { abortable } from "../abortable.ts";
import type { Clock, EngineLaunch, ImageConfig, ImageSource, WorkContext } from "../engine.ts";
import { checkAbort, fail } from "../failures.ts";
import { refuseHoles } from "../refuse-holes.ts";
import type { Boot } from "./boot.ts";
import { type ContainerPlan, MicroVmContainer } from "./container.ts";
import type { SharedFolder } from "./folders/file-server.ts";
import { sharedFolders } from "./folders/shared-folders.ts";
import { type PortForward, portForwards } from "./network/port-forwards.ts";
import { checkImage, mainCommand } from "./plan.ts";
import type { Readiness } from "./readiness.ts";
import type { Entry, Registry } from "./registry.ts";
import type { RootDisk, RootDisks } from "./root-disk.ts";
import type { Facts } from "./rows.ts";
import { memoryMiB, virtualCpus } from "./size.ts";

export interface LauncherDeps {
  readonly readiness: Readiness;
  readonly registry: Registry;
  readonly disks: RootDisks;
  readonly images: ImageSource;
  readonly clock: Clock;
  readonly stopGraceMs: number;
}

/** What a launch has found before anything of it exists. */
interface Found {
  readonly boot: Boot;
  readonly image: ImageConfig;
  readonly disk: RootDisk;
  readonly folders: readonly SharedFolder[];
  readonly forwards: readonly PortForward[];
}

const OP = "launch";

/** Takes a launch from its specification to a running command; after a failure nothing of it is left. */
export class Launcher {
  readonly #deps: LauncherDeps;

  constructor(deps: LauncherDeps) {
    this.#deps = deps;
  }

  async launch(spec: EngineLaunch, work: WorkContext): Promise<string> {
    checkIsolation(spec);
    const size = { memoryMiB: memoryMiB(spec), cpus: virtualCpus(spec, availableParallelism()) };
    const name = this.#deps.registry.reserve(spec.name);
    try {
      const found = await this.#find(spec, work);
      const id = randomBytes(32).toString("hex");
      const { disk, folders, forwards } = found;
      const machine = { id: id.slice(0, 12), hostname: id.slice(0, 12), ...size, disk, folders, forwards };
      const plan = { machine, command: mainCommand(spec, found.image) };
      step(work, "Booting the micro-VM");
      await this.#start(id, this.#entry(id, name, spec, found, plan), work);
      return id;
    } catch (error) {
      // Whatever the abort broke first, the caller asked for the end.
      checkAbort(work.signal, OP);
      throw error;
    } finally {
      this.#deps.registry.release(name);
    }
  }

  async #find(spec: EngineLaunch, work: WorkContext): Promise<Found> {
    const { readiness, images, disks } = this.#deps;
    step(work, "Looking up the image");
    const { boot, filesystem } = await abortable(work.signal, OP, readiness.machinery());
    refuseHoles(spec, readiness.status.capabilities);
    const forwards = portForwards(spec.holes);
    const folders = await sharedFolders(spec.holes);
    const image = await images.resolve(spec.image, work.signal);
    checkImage(image);
    mainCommand(spec, image);
    step(work, "Preparing the root disk");
    const disk = await disks.get(image, filesystem, work.signal);
    return { boot, image, disk, folders, forwards };
  }

  #entry(id: string, name: string, spec: EngineLaunch, { image, boot }: Found, plan: ContainerPlan): Entry {
    const { clock, stopGraceMs, registry } = this.#deps;
    const facts: Facts = {
      ...{ id, name, image: { ref: spec.image, id: image.id }, command: plan.command.argv },
      ...{ interactive: spec.interactive, state: "starting", exitCode: null, failure: null },
      ...{ createdAt: clock.now(), startedAt: null, finishedAt: null, worker: null, bootId: null },
      ...{ ports: [], fileServers: [] },
    };
    const changed = (now: Facts) => registry.changed(now);
    return {
      container: new MicroVmContainer(facts, plan, { boot, clock, stopGraceMs, changed }),
      spec,
      image,
    };
  }

  /** From here on the container is listed, so that it can be seen starting and be removed while it does. */
  async #start(id: string, entry: Entry, { signal, progress }: WorkContext): Promise<void> {
    this.#deps.registry.add(id, entry);
    try {
      await entry.container.start(signal, () => progress({ phase: "Starting the command" }));
    } catch (error) {
      this.#deps.registry.remove(id);
      throw error;
    }
  }
}

function step({ progress, signal }: WorkContext, phase: string): void {
  progress({ phase });
  checkAbort(signal, OP);
}

function checkIsolation({ isolation }: EngineLaunch): void {
  if (isolation === "hyperv") return;
  const reason = "A micro-VM always has a kernel of its own";
  throw fail({ code: "unsupported", capability: "launch.process", reason });
}
