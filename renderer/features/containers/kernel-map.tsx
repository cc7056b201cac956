import { type CSSProperties, type KeyboardEvent, useRef, useState } from "react";
import type { EngineStatus } from "../../../electron/contract/engine.ts";
import { plural } from "../../../electron/model/format.ts";
import { engineName } from "../../app/engine-state.ts";
import { inSentence, vmCountText, type Words } from "../../app/words.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { containersStrings } from "../../strings/containers.ts";
import { type MapTile, MOST_TILES, type KernelMap as Model } from "./kernel-map-model.ts";

interface KernelMapProps {
  readonly map: Model;
  readonly host: HostInfo;
  readonly words: Words;
  readonly engines: readonly EngineStatus[];
  /** Somebody wants to see this container. */
  readonly onTile: (key: string) => void;
}

/** What runs stands on kernels: one slab under both is shared, a slab inside the frame is its own. */
export function KernelMap({ map, host, words, engines, onTile }: KernelMapProps) {
  const section = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const onKey = (event: KeyboardEvent) => moveTile(section.current, event);
  const { shared, vms } = map;
  const names = engines.map(engineName);
  const tiles = tilesIn(shared).concat(tilesIn(vms));
  const stop = tiles.find(({ key }) => key === current)?.key ?? tiles[0]?.key ?? null;
  const roving = { stop, onCurrent: setCurrent, onTile };
  return (
    <section
      ref={section}
      className="kernel-map"
      aria-label={containersStrings.kernelMapOf(host.hostName)}
      onKeyDown={onKey}
      data-vms={vms.length > 0 ? "some" : "none"}
      style={{ "--map-columns": `minmax(0, ${share(shared)}fr) minmax(0, ${share(vms)}fr)` } as CSSProperties}
    >
      <div className="map-zone">
        <Side tiles={shared} one={inSentence(words.isolation.process)} kind="shared" {...roving} />
      </div>
      <div className="map-vms">
        <Side tiles={vms} one={words.vm} kind="vm" {...roving} />
      </div>
      <div className="map-slab">
        <b>{containersStrings.hostKernel(host.kernel.release)}</b>
        <span>
          {shared.length === 0
            ? containersStrings.nobodyShares
            : containersStrings.sharedBy(plural(shared.length, "container"))}
        </span>
      </div>
      {vms.length > 0 && (
        <div className="map-hypervisor">
          <span title={names.map(({ full }) => full).join("\n")}>
            {words.hypervisor ?? names.map(({ name, how }) => name + how).join("; ")}
          </span>
          <span>{vmCountText(host.platform, vms.length, words)}</span>
        </div>
      )}
    </section>
  );
}

/** How much of the width a side gets: as much as its tiles need, and never so little that its slab says nothing. */
const share = (tiles: readonly MapTile[]) => (tiles.length > MOST_TILES ? 3 : Math.max(3, tiles.length));

interface SideProps {
  readonly tiles: readonly MapTile[];
  readonly one: string;
  readonly kind: "shared" | "vm";
  /** Key of the tile that Tab reaches: the map is one tab stop. */
  readonly stop: string | null;
  readonly onCurrent: (key: string) => void;
  readonly onTile: (key: string) => void;
}

function Side({ tiles, one, kind, stop, onCurrent, onTile }: SideProps) {
  if (tiles.length > MOST_TILES) {
    return (
      <div className={`map-tile ${kind} many`}>
        <span>{plural(tiles.length, "container")}</span>
        <span className="mono">{kind === "vm" ? "each with its own kernel" : one}</span>
      </div>
    );
  }
  return tiles.map((tile) => (
    <button
      key={tile.key}
      type="button"
      className={`map-tile ${kind}${tile.stale ? " stale" : ""}`}
      tabIndex={tile.key === stop ? 0 : -1}
      onFocus={() => onCurrent(tile.key)}
      onClick={() => onTile(tile.key)}
      title={`${tile.name}, ${tile.foot}`}
    >
      <span className="ellipsis">{tile.name}</span>
      <span className="mono">{tile.foot}</span>
      {kind === "vm" && (
        <span className="map-own-kernel">
          {tile.build ? containersStrings.kernelOf(tile.build) : containersStrings.ownKernel}
        </span>
      )}
    </button>
  ));
}

/** Above {@link MOST_TILES} a side is a count, which nothing can be done with. */
const tilesIn = (side: readonly MapTile[]) => (side.length > MOST_TILES ? [] : side);

/** Arrows go from tile to tile, Home and End to the first and last. */
function moveTile(section: HTMLElement | null, event: KeyboardEvent): void {
  const tiles = [...(section?.querySelectorAll<HTMLElement>("button.map-tile") ?? [])];
  const at = tiles.findIndex((tile) => tile.contains(document.activeElement));
  const to: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: Math.max(0, at - 1),
    Home: 0,
    End: tiles.length - 1,
  };
  const next = to[event.key];
  if (next === undefined) return;
  tiles[next]?.focus();
  event.preventDefault();
}
