type Keys = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "shiftKey" | "metaKey">;

/**
 * The accelerator that a key press would be, as `Ctrl+Shift+I`; null for keys that only type. The names are Electron's,
 * in a fixed order.
 */
export function keysOf({ key, ctrlKey, altKey, shiftKey, metaKey }: Keys): string | null {
  if (["Control", "Alt", "Shift", "Meta"].includes(key)) return null;
  const functionKey = /^F\d{1,2}$/.test(key);
  if (!ctrlKey && !altKey && !metaKey && !functionKey) return null;
  const name = key === "+" ? "Plus" : key.length === 1 ? key.toUpperCase() : key;
  const held = [ctrlKey && "Ctrl", altKey && "Alt", shiftKey && "Shift", metaKey && "Super"];
  return [...held.filter((word) => word !== false), name].join("+");
}
