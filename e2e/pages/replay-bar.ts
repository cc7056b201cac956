import type { Locator, Page } from "@playwright/test";

/** The bar under every screen of a recording. */
export class ReplayBar {
  readonly bar: Locator;
  readonly play: Locator;
  readonly pause: Locator;
  readonly slider: Locator;
  readonly toStart: Locator;
  readonly wayToLive: Locator;
  readonly close: Locator;

  constructor(page: Page) {
    this.bar = page.getByRole("region", { name: "Replay" });
    this.play = this.bar.getByRole("button", { name: "Play", exact: true });
    this.pause = this.bar.getByRole("button", { name: "Pause" });
    this.slider = this.bar.getByRole("slider", { name: "Position in the recording" });
    this.toStart = this.bar.getByRole("button", { name: "Go to start" });
    this.wayToLive = this.bar.getByRole("link", { name: "What is needed for a live one" });
    this.close = this.bar.getByRole("button", { name: "Close the recording" });
  }
}
