import { isDeepStrictEqual } from "node:util";
import type { IsoscopeError } from "../../contract/errors.ts";
import { toIsoscopeError } from "../../contract/failure.ts";
import type { Engine, EngineContainer, InsideList } from "../../engine/engine.ts";
import type { InsideReader } from "../scope-watch.ts";
import type { Tape, TapeEvent } from "./tape.ts";

type Witness = Extract<TapeEvent, { kind: "witness" }>;
type Parts = Omit<Witness, "kind" | "engine" | "id" | "inside">;
type Inside = NonNullable<Witness["inside"]>;

/** What one container's witnesses say, put down where it is not what they said before. */
export class WitnessReader {
  readonly #engine: Engine;
  readonly #inside: InsideReader;
  readonly #tape: Tape;
  #list: InsideList | IsoscopeError | null = null;
  #rest: Parts = {};

  constructor(engine: Engine, inside: InsideReader, tape: Tape) {
    this.#engine = engine;
    this.#inside = inside;
    this.#tape = tape;
  }

  /** Reads everything that can be read of a running container. Never rejects. */
  async read(seen: EngineContainer): Promise<void> {
    const { id } = seen;
    const main = seen.isolation === "process" ? seen.mainPid : null;
    const [list, kernel, readings, insideKernel, counters, inspect] = await Promise.all([
      this.#engine.processes(id).catch(toldError),
      this.#engine.kernel(id).catch(() => undefined),
      main === null ? null : this.#inside.readings(main).catch(() => null),
      main === null ? null : this.#inside.kernel(main).catch(() => null),
      this.#engine.counters(id).catch((thrown: unknown) => ({ error: toldError(thrown) })),
      this.#engine.inspect(id).catch(() => undefined),
    ]);
    const inside = this.#insideOf(list);
    const rest = this.#changed({
      ...(kernel !== undefined && { kernel }),
      readings: readings?.map(({ pid, start }) => ({ pid, start })) ?? null,
      insideKernel,
      counters,
      ...(inspect && { inspect }),
    });
    if (!inside && Object.keys(rest).length === 0) return;
    this.#tape.put({ kind: "witness", engine: this.#engine.id, id, ...(inside && { inside }), ...rest });
  }

  /** A list that is as before is told by its time alone. */
  #insideOf(list: InsideList | IsoscopeError): Inside | null {
    const before = this.#list;
    this.#list = list;
    if ("code" in list) return isDeepStrictEqual(before, list) ? null : { error: list };
    const { at, source, rows } = list;
    const same =
      before && "rows" in before && before.source === source && isDeepStrictEqual(before.rows, rows);
    if (same && before.at === at) return null;
    return { at, source, rows: same ? null : [...rows] };
  }

  #changed(read: Parts): Parts {
    const before: Readonly<Record<string, unknown>> = this.#rest;
    this.#rest = { ...this.#rest, ...read };
    const differs = ([part, value]: [string, unknown]) => !isDeepStrictEqual(before[part], value);
    return Object.fromEntries(Object.entries(read).filter(differs));
  }
}

/** What was not expected comes with a stack, which is of this program and not of what is recorded. */
function toldError(thrown: unknown): IsoscopeError {
  const error = toIsoscopeError(thrown);
  return error.code === "internal" ? { code: "internal", message: error.message } : error;
}
