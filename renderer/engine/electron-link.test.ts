import { expect, test } from "vitest";
import { ElectronLink } from "./electron-link.ts";

test("passes frames both ways until closed", () => {
  const sent: unknown[] = [];
  const listeners = new Set<(frame: unknown) => void>();
  const link = new ElectronLink(
    {
      send: (frame) => sent.push(frame),
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    7,
  );
  const frames: unknown[] = [];
  link.onFrame((frame) => frames.push(frame));
  link.send({ t: "close", id: 1 });
  for (const listener of listeners) {
    listener({ t: "end", id: 1, error: null });
    listener("not a frame");
  }
  expect(sent).toEqual([{ t: "close", id: 1 }]);
  expect(frames).toEqual([{ t: "end", id: 1, error: null }]);
  expect(link.status).toEqual({ state: "connected", since: 7, retryAt: null });
  link.close();
  expect(listeners.size).toBe(0);
});
