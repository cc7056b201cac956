// @ts-check
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const IMAGE = "isoscope-bench/stamp";
const SOURCE = fileURLToPath(new URL("stamp.c", import.meta.url));

/**
 * Imports an image whose one program says when it began. A static program, so that nothing comes before it.
 * @param {string} socket of the daemon
 */
export function importStampImage(socket) {
  const folder = mkdtempSync(path.join(tmpdir(), "isoscope-stamp-"));
  try {
    execFileSync("gcc", ["-O1", "-static", "-o", path.join(folder, "stamp"), SOURCE]);
    const tar = execFileSync("tar", ["-c", "-C", folder, "stamp"], { maxBuffer: 64 * 1024 * 1024 });
    execFileSync("docker", ["-H", `unix://${socket}`, "import", "--change", 'CMD ["/stamp"]', "-", IMAGE], {
      input: tar,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
