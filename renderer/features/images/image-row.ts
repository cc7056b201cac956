import type { Container, Image } from "../../../electron/contract/container.ts";
import type { Capabilities, Capability, EngineStatus } from "../../../electron/contract/engine.ts";
import type { Advice, AdvisedHost } from "../../../electron/model/advisor/advice.ts";
import { advise } from "../../../electron/model/advisor/advise.ts";
import { advisedImage } from "../../../electron/model/advisor/advised-image.ts";
import { staleReason } from "../containers/container-row.ts";

/** One image as the list shows it. */
export interface ImageRow {
  readonly key: string;
  readonly image: Image;
  /** Its first reference; without one the beginning of its id, as docker prints it. */
  readonly name: string;
  /** What the engine is called. */
  readonly engine: string;
  /** What is to be expected of it on this host; null while the host has not told what it is. */
  readonly advice: Advice | null;
  /** Containers made from it, on whatever engine; null while nobody knows yet. */
  readonly users: readonly Container[] | null;
  readonly capabilities: Capabilities | null;
  /** Why the row is not current, in words; null while it is. */
  readonly stale: string | null;
  /** Whether it has been asked to go and is not gone. */
  readonly removing: boolean;
}

export interface ImageSources {
  readonly images: Iterable<Image>;
  /** Null while not known. */
  readonly containers: Iterable<Container> | null;
  readonly engines: ReadonlyMap<string, EngineStatus>;
  readonly removing: ReadonlySet<string>;
  /** Null while the host has not told. */
  readonly host: AdvisedHost | null;
  /** Set while the page has lost its host: then nothing is current. */
  readonly lost: string | null;
}

export function toImageRows(sources: ImageSources): ImageRow[] {
  const users = sources.containers === null ? null : byImage(sources.containers);
  return Array.from(sources.images, (image) => {
    const engine = sources.engines.get(image.engine);
    return {
      key: image.key,
      image,
      name: image.refs[0] ?? shortId(image.id),
      engine: engine?.title ?? image.engine,
      advice: sources.host && advise(sources.host, advisedImage(image)),
      users: users && (users.get(image.id) ?? []),
      capabilities: engine?.capabilities ?? null,
      stale: sources.lost ?? staleReason(engine),
      removing: sources.removing.has(image.key),
    };
  });
}

export const shortId = (id: string): string => id.replace(/^sha256:/, "").slice(0, 12);

function byImage(containers: Iterable<Container>): ReadonlyMap<string, readonly Container[]> {
  const users = new Map<string, Container[]>();
  for (const container of containers) {
    const { id } = container.image;
    if (id !== null) users.set(id, [...(users.get(id) ?? []), container]);
  }
  return users;
}

/** The containers that keep the engine from removing the image: a VM of another engine has its own copy. */
export const blockers = ({ image, users }: ImageRow): readonly Container[] =>
  (users ?? []).filter(({ engine }) => engine === image.engine);

/** Whether something can be done with the image now, or why not. */
export function imageCapability(row: ImageRow, action: "removeImage" | "exportImage"): Capability {
  if (row.stale !== null) return { can: false, reason: row.stale };
  if (row.removing) return { can: false, reason: "It is being removed." };
  return row.capabilities?.[action] ?? { can: false, reason: `${row.engine} has not told what it can do.` };
}
