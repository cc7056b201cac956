// @ts-check
import { BASE } from "./states/base.mjs";
import { COMPARE } from "./states/compare.mjs";
import { DETAILS } from "./states/details.mjs";
import { HOST } from "./states/host.mjs";
import { IMAGES } from "./states/images.mjs";
import { LAUNCH } from "./states/launch.mjs";
import { PRESENTER } from "./states/presenter.mjs";
import { REPLAY } from "./states/replay.mjs";
import { REPORT } from "./states/report.mjs";
import { SETTINGS } from "./states/settings.mjs";
import { SHELL } from "./states/shell.mjs";
import { STATS } from "./states/stats.mjs";
import { STREAMS } from "./states/streams.mjs";

/** @typedef {import("@playwright/test").Page} Page */
/**
 * @typedef {{
 *   name: string,
 *   scene: string,
 *   hash?: string,
 *   hover?: string,
 *   act: (page: Page, close: () => Promise<void>) => Promise<void>,
 * }} State `scene` names a scenario of e2e/fixtures/scenarios.ts; `act` brings the page there, and `close` takes its host away; `hover` is a name in the row under the pointer.
 */

/** Every state of every screen. @type {readonly State[]} */
export const STATES = [
  ...BASE,
  ...LAUNCH,
  ...DETAILS,
  ...STREAMS,
  ...STATS,
  ...IMAGES,
  ...HOST,
  ...COMPARE,
  ...PRESENTER,
  ...REPLAY,
  ...REPORT,
  ...SHELL,
  ...SETTINGS,
];
