import type { Dispatcher } from "./dispatcher.ts";
import type { ServerFrame } from "./frames.ts";
import type { ClientLink } from "./link.ts";

/**
 * The transport inside one process: tests and the command line. Frames are cloned both ways and delivered later,
 * as on a wire, so that nothing works here that would fail over IPC.
 */
export function memoryLink(dispatcher: Dispatcher): ClientLink {
  const frameListeners = new Set<(frame: ServerFrame) => void>();
  let connected = true;
  const served = dispatcher.connect({
    send: (frame) => {
      const copy = structuredClone(frame);
      queueMicrotask(() => {
        if (connected) for (const listener of [...frameListeners]) listener(copy);
      });
    },
    congested: () => false,
    onDrain: () => () => {},
  });
  return {
    get connected() {
      return connected;
    },
    send: (frame) => {
      const copy: unknown = structuredClone(frame);
      queueMicrotask(() => served.receive(copy));
    },
    onFrame: (listener) => {
      frameListeners.add(listener);
      return () => frameListeners.delete(listener);
    },
    onConnection: () => () => {},
    close: () => {
      connected = false;
      served.close();
    },
  };
}
