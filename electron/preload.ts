import { contextBridge, ipcRenderer } from "electron";
import { CHANNEL, COUNT_EVERY, HELLO } from "./host/electron/channel.ts";

/** All the page gets of Electron: frames out, frames in. Validation is the main process's, on the other side of trust. */
const listeners = new Set<(frame: unknown) => void>();
let taken = 0;

ipcRenderer.on(CHANNEL, (_event, frame: unknown) => {
  for (const listener of [...listeners]) listener(frame);
  taken += 1;
  if (taken < COUNT_EVERY) return;
  ipcRenderer.send(CHANNEL, taken);
  taken = 0;
});
ipcRenderer.send(CHANNEL, HELLO);

contextBridge.exposeInMainWorld("isoscope", {
  platform: process.platform,
  send: (frame: unknown): void => ipcRenderer.send(CHANNEL, frame),
  subscribe: (listener: (frame: unknown) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
});
