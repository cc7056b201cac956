// @ts-check

/** @typedef {import("@playwright/test").Page} Page */

/**
 * What the page itself measured. Times are ms; `events` holds the interactions of the Event Timing API, which reports none
 * shorter than 16 ms.
 * @typedef {{ frames: number[], longTasks: number[], events: { name: string, ms: number }[] }} Probe
 */

/** Begins to measure frames, long tasks and interactions; runs in the page, before anything of it. */
export function installProbe() {
  const probe = {
    frames: /** @type {number[]} */ ([]),
    longTasks: /** @type {number[]} */ ([]),
    events: /** @type {{ name: string, ms: number }[]} */ ([]),
  };
  let last = performance.now();
  const frame = (/** @type {number} */ now) => {
    probe.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) probe.longTasks.push(entry.duration);
  }).observe({ type: "longtask", buffered: true });
  const timings = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ("interactionId" in entry && entry.interactionId)
        probe.events.push({ name: entry.name, ms: entry.duration });
    }
  });
  timings.observe(
    /** @type {PerformanceObserverInit} */ ({ type: "event", durationThreshold: 16, buffered: true }),
  );
  Object.assign(window, { isoscopeProbe: probe });
}

/** What has been measured since the last time it was asked. @param {Page} page @returns {Promise<Probe>} */
export function takeProbe(page) {
  return page.evaluate(() => {
    const { isoscopeProbe: probe } = /** @type {any} */ (window);
    const taken = structuredClone(probe);
    for (const list of Object.values(probe)) list.length = 0;
    return taken;
  });
}

/** Numbers of the document as it is. @param {Page} page */
export const countNodes = (page) =>
  page.evaluate(() => ({
    nodes: document.querySelectorAll("*").length,
    rows: document.querySelectorAll("[role=row]").length,
  }));
