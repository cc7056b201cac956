import type { EngineContainer } from "../engine/engine.ts";
import { SiloClaims } from "../model/silo-claims.ts";
import { provenRows, silosOf } from "../model/silo-members.ts";
import type { VmProcesses } from "../model/vm-processes.ts";
import { isLiving } from "./container-record.ts";
import type { HostIndex } from "./host-index.ts";
import { hostWitness, namedProcesses, withHostEvidence } from "./host-witness.ts";
import { commonId } from "./witnesses.ts";

/** Which server silos are whose. A silo names no container: the processes in it do that engines name as a container's. */
export class SiloBook {
  readonly #host: HostIndex;
  readonly #claims = new SiloClaims();

  constructor(host: HostIndex) {
    this.#host = host;
  }

  of(key: string): readonly number[] {
    return this.#claims.of(key);
  }

  /** Works out anew what a row shows of its container's silos. */
  note(key: string, seen: EngineContainer, vm: VmProcesses | null): void {
    this.#claims.set(key, commonId(seen.id), this.#silos(seen, vm));
  }

  forget(key: string): void {
    this.#claims.set(key, "", []);
  }

  /** Adds the rows whose silos have other processes now. */
  collect(silos: Iterable<number>, into: Set<string>): void {
    this.#claims.collect(silos, into);
  }

  takeChanged(): readonly string[] {
    return this.#claims.takeChanged();
  }

  #silos(told: EngineContainer, vm: VmProcesses | null): readonly number[] {
    const proven = silosOf(provenRows(namedProcesses(told), (pid) => this.#host.byPid(pid)));
    if (proven.length === 0 || !isLiving(told)) return [];
    const { isolation } = withHostEvidence(told, hostWitness(this.#host, told, vm, []));
    return isolation === "process" ? proven : [];
  }
}
