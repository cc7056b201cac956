/** Keys that Electron gives a role on Linux and Windows where the template names none. */
const ROLE_KEYS: Readonly<Record<string, readonly string[]>> = {
  quit: ["Ctrl+Q"],
  close: ["Ctrl+W"],
  minimize: ["Ctrl+M"],
  reload: ["Ctrl+R", "F5"],
  forcereload: ["Ctrl+Shift+R"],
  toggledevtools: ["Ctrl+Shift+I"],
  togglefullscreen: ["F11"],
  resetzoom: ["Ctrl+0"],
  zoomin: ["Ctrl+Shift+Plus", "Ctrl+Plus", "Ctrl+="],
  zoomout: ["Ctrl+-"],
};

/** The keys of an item in one spelling: `CmdOrCtrl` and `CommandOrControl` are Ctrl, letters are capitals. */
export function acceleratorsOf(item: {
  readonly role?: string;
  readonly accelerator?: string;
}): readonly string[] {
  if (item.accelerator === undefined) return ROLE_KEYS[item.role?.toLowerCase() ?? ""] ?? [];
  const words = item.accelerator.split("+").map(oneSpelling);
  const order = ["Ctrl", "Alt", "Shift", "Super"];
  const held = order.filter((word) => words.includes(word));
  return [[...held, ...words.filter((word) => !order.includes(word))].join("+")];
}

function oneSpelling(word: string): string {
  if (/^(?:cmdorctrl|commandorcontrol|control|ctrl)$/i.test(word)) return "Ctrl";
  if (/^(?:alt|option)$/i.test(word)) return "Alt";
  if (/^shift$/i.test(word)) return "Shift";
  if (/^(?:super|meta|cmd|command)$/i.test(word)) return "Super";
  return word.length === 1 ? word.toUpperCase() : word;
}
