import { replayStrings } from "./replay.ts";

/** Words of the shell. Sentence case, present tense, names and numbers first. */
export const shellStrings = {
  product: "Isoscope",
  containers: "Containers",
  compare: "Compare",
  images: "Images",
  host: "Host",
  search: "Search containers, PIDs, actions",
  launch: "Launch",
  settings: "Settings",
  skip: "Skip to content",
  mainNavigation: "Main",
  hostAndEngines: "Host and engines",
  enginesOn: (host: string) => `Engines on ${host}`,
  copyKernel: "Copy kernel release",
  theme: "Theme",
  themes: { system: "Same as the system", light: "Light", dark: "Dark" },
  density: "Density",
  densities: { comfortable: "Comfortable", compact: "Compact" },
  keys: "Keys",
  letterKeys: "Single-letter keys",
  shortcuts: "Keyboard shortcuts",
  tryNow: "Try now",
  whyDoctor: "Why? Open the doctor",
  details: "Details",
  crashed: "This screen failed",
  crashedText: "The containers are not affected. Reload to go on; the details help to report it.",
  reload: "Reload",
  launchKeys: "Ctrl+N, Alt+N",
  live: "Live.",
  liveEvery: (ms: number) => `Live, every ${ms / 1000} s.`,
  paused: "Paused.",
  updated: (time: string) => `Updated ${time}`,
  hostSees: (processes: string) => `Host sees ${processes}`,
  tryingNow: "Trying now.",
  nextTry: (seconds: number) => `Next try in ${seconds} s.`,
  dismiss: "Dismiss",
  close: "Close",
  notifications: "Results",
  notConnected: "Not connected to Isoscope.",
  connecting: "Connecting to Isoscope.",
  lastData: "What you see is from",
} as const;

/** The window's title: that it is a recording, or how many things want a person, come first: a narrow tab shows them. */
export const titleText = (screen: string, troubles: number, replaying: boolean): string =>
  `${replaying ? `${replayStrings.badge}: ` : troubles > 0 ? `(${troubles}) ` : ""}${screen} – ${shellStrings.product}`;

export interface Shortcut {
  readonly keys: readonly string[];
  readonly does: string;
}

export const shortcutGroups: readonly { readonly where: string; readonly list: readonly Shortcut[] }[] = [
  {
    where: "Anywhere",
    list: [
      { keys: ["Ctrl+K"], does: "Find a container, a PID or an action" },
      { keys: ["Ctrl+N", "Alt+N"], does: "Launch" },
      { keys: ["Ctrl+1…4", "Alt+1…4"], does: "Containers, Compare, Images, Host" },
      { keys: ["Ctrl+,"], does: "Settings" },
      { keys: ["Ctrl+F", "/"], does: "Filter or find" },
      { keys: ["F6", "Shift+F6"], does: "Next region, previous region" },
      { keys: ["Esc"], does: "Close the topmost thing; clear find, then leave Scope" },
      { keys: ["?"], does: "This list" },
    ],
  },
  {
    where: "Containers",
    list: [
      { keys: ["Up", "Down", "Home", "End", "PgUp", "PgDn"], does: "Move the focused row" },
      { keys: ["Left", "Right"], does: "Move between the row and its buttons" },
      { keys: ["Space"], does: "Select or deselect the row" },
      { keys: ["Shift+Up", "Shift+Down"], does: "Extend the selection" },
      { keys: ["Ctrl+A"], does: "Select all that match the filter" },
      { keys: ["Enter"], does: "Open the details" },
      { keys: ["Alt+Enter"], does: "Open in Scope" },
      { keys: ["Delete"], does: "Remove" },
      { keys: ["Shift+F10", "Menu"], does: "Row menu" },
      { keys: ["M"], does: "Fold the kernel map" },
    ],
  },
  {
    where: "Scope",
    list: [
      { keys: ["Left", "Right"], does: "Go to the linked row in the other pane" },
      { keys: ["I"], does: "Same command in the other isolation, if it is running" },
      { keys: ["F5", "P"], does: "Present" },
    ],
  },
  {
    where: "Presenter",
    list: [
      { keys: ["Right", "PgDn"], does: "Run a step that has not run, else the next step" },
      { keys: ["Left", "PgUp"], does: "The step before" },
      { keys: ["R"], does: "Run again" },
      { keys: ["Esc"], does: "Leave" },
    ],
  },
];
