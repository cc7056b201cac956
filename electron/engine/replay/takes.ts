import type { Action, Isolation } from "../../contract/engine.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import type { RecordedContainer } from "../../contract/recording.ts";
import type { EngineLaunch } from "../engine.ts";
import { ended, type PlayedTake, removed, running } from "./played-take.ts";
import { cannot } from "./refusals.ts";
import { extraOf, matches, type Take } from "./take-match.ts";
import type { Timeline } from "./timeline.ts";

/** The recorded launches, and which of them a person has played, ended or removed. Going to another moment forgets that. */
export class Takes {
  readonly #timeline: Timeline;
  readonly #words: Readonly<Record<Isolation, string>>;
  readonly #all: readonly Take[];
  readonly #played = new Map<Take, PlayedTake>();

  constructor(timeline: Timeline) {
    const { header, events } = timeline.recording;
    this.#timeline = timeline;
    this.#words = header.host.words;
    this.#all = events.filter((event) => event.kind === "take");
  }

  /** Those a person has a hand in. */
  get played(): ReadonlyMap<Take, PlayedTake> {
    return this.#played;
  }

  of(engine: string, id: string): Take | undefined {
    return this.#all.find((take) => take.engine === engine && take.id === id);
  }

  /** Returns the id of the container it shows. Throws `unsupported` for what was not recorded, `conflict` while it is shown. */
  launch(engine: string, spec: EngineLaunch): string {
    const extra = extraOf(spec);
    if (extra) throw cannot("launch", `This is a recording, and none of its launches has ${extra}.`);
    const fitting = this.#all.filter((take) => take.engine === engine && matches(take, spec));
    if (fitting.length === 0) throw cannot("launch", this.#whatItHolds(spec.isolation));
    const free = fitting.find((take) => !this.#shown(take));
    if (!free) throw this.#busy(fitting, spec.isolation);
    this.#refuseNameInUse(engine, spec.name);
    const played = running(free, this.#timeline, spec.name);
    if (!played) throw cannot("launch", "The recording has lost what this launch showed.");
    this.#played.set(free, played);
    return free.id;
  }

  /** Ends or removes what a launch shows. Throws `unsupported`, `not-found`. */
  control(engine: string, id: string, action: Action): void {
    const take = this.of(engine, id);
    const container = take && this.#shown(take);
    if (!take || !container) throw cannot(action);
    const { can } = container.actions[action];
    if (!can || !["stop", "kill", "remove"].includes(action)) throw cannot(action);
    this.#played.set(take, action === "remove" ? removed(take) : ended(take, this.#timeline, container));
  }

  forget(): void {
    this.#played.clear();
  }

  /** One that was removed before the recording itself comes to it is to be seen when it does. */
  settle(): void {
    for (const [take, { state }] of this.#played)
      if (state === "removed" && !this.#recorded(take)) this.#played.delete(take);
  }

  #shown(take: Take): RecordedContainer | null {
    const played = this.#played.get(take);
    return played ? played.container : (this.#recorded(take) ?? null);
  }

  #recorded({ engine, id }: Take): RecordedContainer | undefined {
    return this.#timeline.world.engine(engine)?.containers.get(id);
  }

  #refuseNameInUse(engine: string, name: string | null): void {
    const names = [
      ...[...(this.#timeline.world.engine(engine)?.containers.values() ?? [])],
      ...[...this.#played.values()].flatMap(({ container }) => container ?? []),
    ].map((container) => container.name);
    if (name === null || !names.includes(name)) return;
    throw new IsoscopeFailure({ code: "conflict", message: `The name ${name} is in use.` });
  }

  #busy(fitting: readonly Take[], isolation: Isolation): IsoscopeFailure {
    const names = fitting.flatMap((take) => this.#shown(take)?.name ?? []);
    const count = fitting.length === 1 ? "one launch" : `${fitting.length} launches`;
    return new IsoscopeFailure({
      code: "conflict",
      message: `This is a recording: it holds ${count} under ${this.#words[isolation]} isolation, shown as ${names.join(", ")}.`,
      fix: "Remove it, then launch again.",
    });
  }

  #whatItHolds(isolation: Isolation): string {
    const held = this.#all.filter((take) => take.isolation === isolation);
    const word = this.#words[isolation];
    if (held.length === 0) return `This is a recording, and it holds no launch under ${word} isolation.`;
    const lines = [...new Set(held.map(({ image, command }) => `${image} ${command}`.trim()))];
    return `This is a recording: under ${word} isolation it holds the launch of ${lines.join(", and of ")} only.`;
  }
}
