interface Claim {
  readonly container: string;
  readonly silos: readonly number[];
}

/**
 * Whose each server silo is, by what was shown of single processes. Several rows may tell of one container. A silo that
 * two containers claim, as stale lists can make it, is nobody's.
 */
export class SiloClaims {
  readonly #claims = new Map<string, Claim>();
  /** Row keys by silo. */
  readonly #claimants = new Map<number, Set<string>>();
  readonly #changed = new Set<string>();

  /** Replaces what the row `key` claims for `container`. */
  set(key: string, container: string, silos: readonly number[]): void {
    const old = this.#claims.get(key);
    if (sameSilos(old?.silos ?? [], silos) && (silos.length === 0 || old?.container === container)) return;
    for (const silo of old?.silos ?? []) this.#withdraw(key, silo);
    if (silos.length === 0) this.#claims.delete(key);
    else this.#claims.set(key, { container, silos });
    for (const silo of silos) this.#enter(key, silo);
    this.#changed.add(key);
  }

  /** The silos that are this row's container's alone. */
  of(key: string): readonly number[] {
    const claim = this.#claims.get(key);
    if (!claim) return [];
    return claim.silos.filter((silo) => this.#isUndisputed(silo, claim.container));
  }

  /** Adds the rows that claim any of the silos. */
  collect(silos: Iterable<number>, into: Set<string>): void {
    for (const silo of silos) for (const key of this.#claimants.get(silo) ?? []) into.add(key);
  }

  /** The rows whose silos may be others than when this was last asked. */
  takeChanged(): readonly string[] {
    const changed = [...this.#changed];
    this.#changed.clear();
    return changed;
  }

  #isUndisputed(silo: number, container: string): boolean {
    const keys = [...(this.#claimants.get(silo) ?? [])];
    return keys.every((key) => this.#claims.get(key)?.container === container);
  }

  #withdraw(key: string, silo: number): void {
    const keys = this.#claimants.get(silo);
    keys?.delete(key);
    if (keys?.size === 0) this.#claimants.delete(silo);
    this.collect([silo], this.#changed);
  }

  #enter(key: string, silo: number): void {
    const keys = this.#claimants.get(silo) ?? new Set<string>();
    this.#claimants.set(silo, keys.add(key));
    this.collect([silo], this.#changed);
  }
}

const sameSilos = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((silo) => b.includes(silo));
