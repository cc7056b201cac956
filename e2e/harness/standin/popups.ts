import type { DevTools } from "../devtools/connection.ts";

/** Closes every window that a page opens, whatever opened it: the app's handler has said "deny", it has no other word. */
export async function closePopups(browser: DevTools): Promise<void> {
  browser.on("Target.targetCreated", ({ targetInfo: { targetId, type, openerId } }) => {
    if (type !== "page" || openerId === undefined) return;
    browser.send("Target.closeTarget", { targetId }).catch(() => {});
  });
  await browser.send("Target.setDiscoverTargets", { discover: true });
}
