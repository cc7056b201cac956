// @ts-check
import { askPowershell } from "./powershell.mjs";

/**
 * @typedef {object} OpenPoints what no document says and only a real Windows can tell
 * @property {string} hcsdiag what Microsoft's own tool lists
 * @property {unknown} workers vmwp and vmmem with command line and owner, as WMI tells them
 * @property {unknown} systems names below the registry key where HCS keeps what runs
 */

/** @param {import("./runner.mjs").Run} run @returns {Promise<OpenPoints>} */
export async function readOpenPoints(run) {
  const { stdout, stderr } = await run("hcsdiag.exe", ["list"]);
  return {
    hcsdiag: stdout + stderr,
    workers: await askPowershell(run, "workers"),
    systems: await askPowershell(run, "systems"),
  };
}
