/** The part of a page that says when it paints. */
export interface FramePage {
  readonly hidden: boolean;
  requestAnimationFrame(callback: () => void): number;
  cancelAnimationFrame(handle: number): void;
  onShown(callback: () => void): () => void;
}

export type NextFrame = (callback: () => void) => () => void;

/** Calls back once before the next painting; of a hidden page, once it is shown. The returned function cancels. */
export function nextFrameOf(page: FramePage): NextFrame {
  return (callback) => {
    let cancel = () => {};
    const wait = () => {
      const handle = page.requestAnimationFrame(() => (page.hidden ? untilShown() : callback()));
      cancel = () => page.cancelAnimationFrame(handle);
    };
    const untilShown = () => {
      const stop = page.onShown(() => {
        stop();
        wait();
      });
      cancel = stop;
    };
    if (page.hidden) untilShown();
    else wait();
    return () => cancel();
  };
}

export const nextFrame: NextFrame = nextFrameOf({
  get hidden() {
    return document.hidden;
  },
  requestAnimationFrame: (callback) => window.requestAnimationFrame(callback),
  cancelAnimationFrame: (handle) => window.cancelAnimationFrame(handle),
  onShown: (callback) => {
    const look = () => !document.hidden && callback();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  },
});
