// @ts-check

/** Whether windows can be shown. @param {NodeJS.ProcessEnv} env @param {NodeJS.Platform} platform */
export function hasDisplay(env, platform) {
  return platform !== "linux" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Why Electron cannot open a window here; null when it can. As root it would have to run without its sandbox.
 * @param {{ display: boolean, root: boolean }} facts
 */
export function whyNoWindow({ display, root }) {
  if (!display) return "there is no display";
  if (root) return "the user is root, and Electron runs as root only without its sandbox";
  return null;
}
