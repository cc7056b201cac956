import type { LayerState } from "../../electron/contract/transfer.ts";
import { plural } from "../../electron/model/format.ts";

/** Words of the Images screen, and of images coming in. */
export const imagesStrings = {
  title: "Images",
  live: "Live, on every change.",
  filterPlaceholder: "Filter by reference, id",
  filterLabel: "Filter images",
  import: "Import…",
  importTitle:
    "Import an archive of images or a root filesystem, plain or gzip. Files can also be dropped here.",
  launch: "Launch…",
  export: "Export…",
  remove: "Remove",
  more: "More actions",
  copyReference: "Copy reference",
  copyId: "Copy id",
  clear: "Clear selection",
  cancel: "Cancel",
  show: "Show",
  noMatch: "No image matches",
  clearFilter: "Clear filter",
  reading: "Reading images",
  unused: "none",
  noReference: "no reference",
  removing: "Removing",
  drop: "Drop to import",
  cannotDrop: "Cannot import here",
  noEngine: "No engine has told what it can do yet.",
  dropHint: "docker save and OCI archives, root filesystems as tar, plain or gzip",
  folder: "a folder cannot be imported: pack it as a tar first",
  reference: "Reference",
  importNamed: "Import",
  holdsFilesystem: (file: string) => `${file} is a root filesystem.`,
  nameIt: "Name the image it becomes:",
  waitsForReference: (file: string) => `${file} needs a reference.`,
  emptyText:
    "Drop an archive here: docker save, OCI, or a root filesystem as a tar. The demo brings its own.",
  runDemo: "Run the demo",
  showContainers: "Show containers",
  sent: "Sent",
  downloaded: "Downloaded",
  unpacked: "Unpacked",
  layersOf: (title: string) => `Layers of ${title}`,
} as const;

/** The two columns of compatibility are called by the platform's words for the isolations. */
export const imageColumnTitles = {
  reference: "Reference",
  os: "System",
  size: "Size",
  layers: "Layers",
  created: "Created",
  users: "Used by",
  engine: "Engine",
} as const;

export const layerWords: Readonly<Record<LayerState, string>> = {
  waiting: "Waiting",
  downloading: "Downloading",
  downloaded: "Downloaded",
  extracting: "Unpacking",
  done: "Done",
  exists: "Already here",
};

export const emptyImagesTitle = (host: string) => `No images on ${host}`;
/** @param used null while nobody knows which containers there are. */
export const imageCount = (used: number | null, all: number) =>
  used === null ? `${all}` : `${used} of ${all} in use`;
export const selectedImages = (count: number) => `${count} selected`;
export const selectAllImages = (count: number) => `Select all ${count} that match`;
export const usedByText = (count: number) => plural(count, "container");
export const showUsers = (name: string, users: string) => `Used by ${users}: show ${name}'s containers`;
export const actionsFor = (name: string) => `Actions for ${name}`;
export const layerCount = (count: number) => plural(count, "layer");

export const imported = (names: readonly string[]) => `${names.join(", ")} imported.`;
export const notImported = (file: string) => `${file} was not imported.`;
export const exported = (file: string) => `${file} saved.`;
export const notExported = (name: string) => `${name} was not exported.`;
export const removed = (name: string) => `${name} removed.`;
export const notRemoved = (name: string) => `${name} was not removed.`;

export const removeImagesQuestion = (count: number) => `Remove ${plural(count, "image")}?`;
export const removeImagesConsequence = "Their references go, and layers that no other image has.";
export const removeImagesButton = (count: number) => (count === 1 ? "Remove" : `Remove ${count}`);
export const madeFrom = (image: string) => `made from ${image}`;
export const inUseTitle = (name: string) => `${name} is in use`;
export const allInUseTitle = (count: number) => `${plural(count, "image")} in use`;
export const inUseText =
  "An image that a container was made from cannot be removed. Remove the containers first.";
export const staysUsedBy = (users: string) => `stays: used by ${users}`;
export const stays = (reason: string) => `stays: ${reason}`;
export const removeContainers = (count: number) =>
  count === 1 ? "Remove its container…" : `Remove ${count} containers…`;
