/** How far a scroller is scrolled and how much it shows, read when the browser says so and never in between. */
export class Viewport {
  scrollTop = 0;
  height = 0;
  readonly #changed = new Set<() => void>();
  #element: HTMLElement | null = null;

  /** Follows an element until the returned function is called. */
  attach(element: HTMLElement): () => void {
    this.#element = element;
    this.read();
    const read = () => this.read();
    const sizes = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(read);
    sizes?.observe(element);
    element.addEventListener("scroll", read, { passive: true });
    return () => {
      sizes?.disconnect();
      element.removeEventListener("scroll", read);
      this.#element = null;
    };
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#changed.add(changed);
    return () => this.#changed.delete(changed);
  };

  scrollTo(top: number): void {
    if (!this.#element) return;
    this.#element.scrollTop = top;
    this.read();
  }

  /** Brings a stretch into view by the shortest way; one that is in view stays where it is. */
  reveal(top: number, size: number): void {
    if (top < this.scrollTop) this.scrollTo(top);
    else if (top + size > this.scrollTop + this.height) this.scrollTo(top + size - this.height);
  }

  read(): void {
    if (!this.#element) return;
    const { scrollTop, clientHeight } = this.#element;
    if (scrollTop === this.scrollTop && clientHeight === this.height) return;
    this.scrollTop = scrollTop;
    this.height = clientHeight;
    for (const changed of [...this.#changed]) changed();
  }
}
