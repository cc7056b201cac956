import { decode } from "../clone/decode.ts";
import { encode } from "../clone/encode.ts";

type Listener = (event: unknown, ...args: readonly unknown[]) => void;

/** The preload's `ipcRenderer`, and the way in for what the main process sends. */
export function ipcRenderer(send: (channel: string, args: string) => void) {
  const listeners = new Map<string, Set<Listener>>();
  const of = (channel: string): Set<Listener> => {
    const known = listeners.get(channel) ?? new Set();
    listeners.set(channel, known);
    return known;
  };
  const renderer = {
    send: (channel: string, ...args: readonly unknown[]) => send(channel, encode(args)),
    on: (channel: string, listener: Listener) => void of(channel).add(listener),
    off: (channel: string, listener: Listener) => void of(channel).delete(listener),
    removeListener: (channel: string, listener: Listener) => void of(channel).delete(listener),
  };
  const deliver = (text: string): void => {
    const message: { readonly channel: string; readonly args: string } = JSON.parse(text);
    const args = decode(message.args);
    for (const listener of [...of(message.channel)])
      listener({ sender: renderer }, ...(Array.isArray(args) ? args : []));
  };
  return { renderer, deliver };
}
