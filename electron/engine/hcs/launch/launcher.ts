import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import type { NativeHcs, NativeSystem } from "../../../../native/hcs.ts";
import { abortable } from "../../abortable.ts";
import { settlesWithin, withDeadline } from "../../deadline.ts";
import type { Clock, EngineLaunch, WorkContext } from "../../engine.ts";
import { checkAbort, fail } from "../../failures.ts";
import { refuseHoles } from "../../refuse-holes.ts";
import { HCS_HOLES } from "../capabilities.ts";
import { Command } from "../command.ts";
import type { HcsDeps } from "../config.ts";
import { ContainerDocument } from "../documents/container-document.ts";
import { HyperVDocument } from "../documents/hyperv-document.ts";
import { ProcessParameters } from "../documents/process-parameters.ts";
import { writeDocument } from "../documents/write-document.ts";
import { explain, explained, type Subject, unlessGone, unsupported } from "../explain.ts";
import { isolationOf } from "../isolation.ts";
import { OwnContainer } from "../own-container.ts";
import type { OwnContainers } from "../own-containers.ts";
import type { OwnFacts } from "../own-row.ts";
import { readProperties } from "../service.ts";
import { Teardown } from "../teardown.ts";
import type { LayeredImage } from "./layer-source.ts";
import { type MappedHoles, mappedHoles } from "./mapped-holes.ts";
import { orGivenBack } from "./or-given-back.ts";
import { frameOf, processParameters } from "./process-parameters.ts";
import { commandFailure, hyperVFailure } from "./start-failure.ts";
import { containerDocument, hyperVDocument, type SystemPlan } from "./system-documents.ts";
import { windowsCommandLine } from "./windows-command-line.ts";
import { WritableLayer } from "./writable-layer.ts";

export interface LauncherDeps extends Pick<HcsDeps, "layers" | "paths"> {
  /** The service of this moment; throws why there is none. */
  readonly native: () => NativeHcs;
  /** Called when a system tells an event. */
  readonly notify: () => void;
  readonly own: OwnContainers;
  readonly clock: Clock;
  readonly stopGraceMs: number;
  readonly subject: Subject;
}

/** One launch under way. */
interface Launch {
  readonly spec: EngineLaunch;
  readonly work: WorkContext;
  readonly id: string;
  readonly image: LayeredImage;
  readonly argv: readonly string[];
  readonly holes: MappedHoles;
  readonly teardown: Teardown;
  readonly subject: Subject;
  readonly container: OwnContainer;
}

const OP = "launch";
/** How long a system may take to end before its handle is closed under it, ms. */
const END_MS = 10_000;
/** As long as hcsshim gives a start. */
const START_MS = 240_000;

/**
 * Takes a launch from layers on disk to a running command; after a failure nothing of it is left. An abort takes effect
 * between the calls, and during those that can take long: closing the system ends them.
 */
export class Launcher {
  readonly #deps: LauncherDeps;

  constructor(deps: LauncherDeps) {
    this.#deps = deps;
  }

  async launch(spec: EngineLaunch, work: WorkContext): Promise<string> {
    const id = randomBytes(32).toString("hex");
    const name = spec.name ?? `${spec.isolation}-${id.slice(0, 6)}`;
    const teardown = new Teardown();
    const { own, subject } = this.#deps;
    own.reserve(name);
    try {
      const launch = await this.#prepare({ spec, work, id, name, teardown });
      await explained(launch.subject, () => this.#start(launch));
      return id;
    } catch (thrown) {
      await teardown.run();
      own.remove(id);
      // Whatever the abort broke first, the caller asked for the end.
      checkAbort(work.signal, OP);
      throw explain(thrown, subject);
    } finally {
      own.release(name);
    }
  }

  async #prepare(
    begun: Pick<Launch, "spec" | "work" | "id" | "teardown"> & { readonly name: string },
  ): Promise<Launch> {
    const { spec, work } = begun;
    this.#deps.native();
    refuseHoles(spec, { holes: HCS_HOLES });
    step(work, "Looking up the layers");
    const image = await abortable(work.signal, OP, this.#deps.layers.resolve(spec.image, work.signal));
    const argv = spec.command.length > 0 ? spec.command : image.defaultCommand;
    if (argv.length === 0) throw fail({ code: "invalid", field: "command", message: noCommand(spec.image) });
    const holes = await mappedHoles(spec.holes);
    const capability = `launch.${spec.isolation}`;
    const subject = { ...this.#deps.subject, name: begun.name, image: image.osVersion, capability };
    return { ...begun, image, argv, holes, subject, container: this.#container(begun, image, argv, subject) };
  }

  #container(
    { spec, id, name, teardown }: Pick<Launch, "spec" | "id" | "teardown"> & { readonly name: string },
    image: LayeredImage,
    argv: readonly string[],
    subject: Subject,
  ): OwnContainer {
    const { clock, stopGraceMs, own, notify } = this.#deps;
    const { isolation, interactive } = spec;
    const facts: OwnFacts = {
      ...{ id, name, isolation, interactive },
      ...{ state: "starting", exitCode: null, failure: null },
      ...{ image: { ref: spec.image, osVersion: image.osVersion }, command: windowsCommandLine(argv) },
      ...{ createdAt: clock.now(), startedAt: null, finishedAt: null, mainPid: null },
      ...{ vm: null, hostProcesses: [] },
    };
    return new OwnContainer(facts, teardown, {
      ...{ clock, stopGraceMs, subject, notify },
      changed: (now) => own.changed(now),
    });
  }

  /** From here on the container is listed, so that it can be seen starting. */
  async #start(launch: Launch): Promise<void> {
    const { container, spec, image, work } = launch;
    this.#deps.own.add({ container, spec, image });
    step(work, "Making the writable layer");
    const document = await this.#document(launch);
    step(work, "Creating the container");
    const system = await this.#create(launch, document);
    step(work, "Starting the container");
    // A utility VM may take minutes. Given up, the start ends when the teardown closes the system.
    await this.#within(work, system.start());
    if (spec.isolation === "hyperv") container.patch({ vm: await vmOf(system, this.#deps.clock) });
    step(work, "Starting the command");
    const command = await this.#command(launch, system);
    checkAbort(work.signal, OP);
    container.started(system, command);
  }

  async #document({ spec, id, image, holes, teardown }: Launch): Promise<string> {
    const { layers: native } = this.#deps.native();
    if (!native) throw unsupported("launch", "vmcompute.dll, which mounts container layers, is missing.");
    const layer = new WritableLayer(native, this.#deps.paths.scratch, id, image);
    const { memoryBytes, cpus } = spec;
    const hostCpus = availableParallelism();
    const plan: SystemPlan = { id, layers: await layer.parents(), memoryBytes, cpus, hostCpus, holes };
    if (spec.isolation === "process") {
      await layer.create(teardown);
      return writeDocument(ContainerDocument, containerDocument(plan, await layer.mount(teardown)));
    }
    if (image.utilityVm === null) throw unsupported("launch.hyperv", noUtilityVm(spec.image));
    await layer.create(teardown);
    return writeDocument(HyperVDocument, hyperVDocument(plan, image.utilityVm, layer.folder));
  }

  async #create({ spec, id, teardown, container, subject }: Launch, document: string): Promise<NativeSystem> {
    const creating = this.#deps.native().create(id, document);
    const system = await creating.catch((thrown: unknown) => {
      throw spec.isolation === "hyperv" ? hyperVFailure(thrown, subject) : thrown;
    });
    teardown.add(() => system.close());
    // A call that does not come back is given up with the handle, which also ends the system.
    teardown.add(async () => {
      await settlesWithin(this.#deps.clock, END_MS, unlessGone(system.terminate()));
    });
    container.listen(system);
    return system;
  }

  #within<T>({ signal }: WorkContext, call: Promise<T>): Promise<T> {
    return withDeadline(this.#deps.clock, START_MS, OP, abortable(signal, OP, call));
  }

  async #command(launch: Launch, system: NativeSystem): Promise<Command> {
    const { spec, work, image, argv, teardown, container, subject } = launch;
    const parameters = processParameters(argv, frameOf(spec, image), spec.interactive);
    const creating = system.createProcess(writeDocument(ProcessParameters, parameters));
    const waiting = (call: typeof creating) => this.#within(work, call);
    const starting = orGivenBack(creating, waiting, (late) => late.close());
    const process = await starting.catch((thrown: unknown) => {
      throw commandFailure(thrown, argv[0] ?? "", subject);
    });
    const command = new Command(process, {
      ...{ tty: spec.interactive, input: spec.interactive, clock: this.#deps.clock },
      onText: (chunk) => container.output.push(chunk),
    });
    teardown.add(() => command.close());
    return command;
  }
}

function step({ progress, signal }: WorkContext, phase: string): void {
  checkAbort(signal, OP);
  progress({ phase });
  checkAbort(signal, OP);
}

async function vmOf(system: NativeSystem, clock: Clock): Promise<string | null> {
  const properties = await readProperties(system, [], clock);
  return isolationOf(properties, new Map()).vm;
}

const noCommand = (ref: string) => `${ref} has no command of its own: name one.`;

const noUtilityVm = (ref: string) =>
  `${ref} has no UtilityVM folder in its layers, so it cannot run under Hyper-V isolation.`;
