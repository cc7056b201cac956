/** What the preload's world tells the main process through the binding. */
export type PageMessage =
  | { readonly kind: "ipc"; readonly channel: string; readonly args: string }
  | { readonly kind: "dark"; readonly dark: boolean }
  | { readonly kind: "open"; readonly url: string }
  | { readonly kind: "key"; readonly keys: string };

/** The binding that only the preload's world has. */
export const BINDING = "standinToMain";
/** The function of that world through which messages of the main process come in. */
export const DELIVER = "standinDeliver";
/** Name of the preload's isolated world. */
export const WORLD = "standin-preload";
