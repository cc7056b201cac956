import { EventEmitter } from "node:events";

/** Dark or light, as the page's media say: tests emulate them there. */
export class NativeTheme extends EventEmitter {
  #dark = false;

  get shouldUseDarkColors(): boolean {
    return this.#dark;
  }

  /** Tells listeners when it changes. */
  setDark(dark: boolean): void {
    if (dark === this.#dark) return;
    this.#dark = dark;
    this.emit("updated");
  }
}
