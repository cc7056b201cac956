import { create } from "zustand";
import { toggled } from "../../ui/selection-keys.ts";

export type ImageSortColumn =
  | "reference"
  | "os"
  | "process"
  | "hyperv"
  | "size"
  | "layers"
  | "created"
  | "users"
  | "engine";

export interface ImageSort {
  readonly column: ImageSortColumn;
  readonly descending: boolean;
}

/** How the list looks at the moment; forgotten with the page. */
export interface ImagesView {
  readonly text: string;
  /** Keys, not positions: a selection survives sorting, filtering and refresh. */
  readonly selected: ReadonlySet<string>;
  readonly focused: string | null;
  readonly sort: ImageSort;
}

export const IMAGES_VIEW: ImagesView = {
  text: "",
  selected: new Set<string>(),
  focused: null,
  sort: { column: "reference", descending: false },
};

export const useImagesView = create<ImagesView>()(() => IMAGES_VIEW);

export const setImagesView = (change: Partial<ImagesView>): void => useImagesView.setState(change);

/** A second click on the same column turns the order around. */
export function sortImagesBy(column: ImageSortColumn): void {
  useImagesView.setState(({ sort }) => ({
    sort: { column, descending: sort.column === column && !sort.descending },
  }));
}

export const toggleImage = (key: string): void =>
  useImagesView.setState(({ selected }) => ({ selected: toggled(selected, key) }));
