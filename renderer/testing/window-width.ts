interface SizedWindow {
  readonly happyDOM: { setViewport(size: { readonly width: number }): void };
}

const isSized = (page: object): page is SizedWindow => "happyDOM" in page;

/** Makes the window this wide, CSS pixels: below 1200 the compact rules apply. Before anything is rendered. */
export function setWindowWidth(width: number): void {
  if (!isSized(window)) throw new Error("Only happy-dom's window can be made wider.");
  window.happyDOM.setViewport({ width });
}
