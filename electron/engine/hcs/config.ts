import type { NativeHcs, WindowsVersion } from "../../../native/hcs.ts";
import type { EngineId } from "../../contract/engine.ts";
import type { RequestMeter } from "../../contract/request-meter.ts";
import type { Clock } from "../engine.ts";
import type { LayerSource } from "./launch/layer-source.ts";

export interface HcsConfig {
  readonly id: EngineId;
  /** Shown name. */
  readonly title: string;
  /** Time between asking a container to stop and ending it, ms. Default {@link STOP_GRACE_MS}. */
  readonly stopGraceMs?: number;
  /** Time between two lists while somebody watches, ms. Default {@link LIST_EVERY_MS}. */
  readonly listEveryMs?: number;
}

/** How this Windows is told from others. */
export type HostFacts = Pick<WindowsVersion, "build" | "product">;

export interface HcsDeps {
  /** Loads the library; throws HcsLoadError. Called again at each attempt until it succeeds. */
  readonly open: () => NativeHcs;
  readonly clock: Clock;
  /** Told of what is asked of the service. */
  readonly meter?: RequestMeter;
  readonly layers: LayerSource;
  readonly host: HostFacts;
  /** In [0, 1), for the back-off's jitter. */
  readonly random: () => number;
  readonly paths: {
    /** Where the writable layers of this app's containers are made, one folder each. On NTFS. */
    readonly scratch: string;
  };
}

export const STOP_GRACE_MS = 10_000;
/** HCS has no event for a new system; reading what is in each costs the host some work. */
export const LIST_EVERY_MS = 2_000;
