// @ts-check
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { bundleSources } from "./setup/bundle-sources.mjs";
import { ROOT } from "./setup/root.mjs";
import { runMain, say } from "./setup/say.mjs";

const FILE = path.join(ROOT, "assets", "recordings", "seed.isoscope");

// Writes the built-in session as a file, which can be opened and handed on like any other: node scripts/seed-session.mjs
await runMain(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "isoscope-seed-"));
  try {
    const parts = [];
    for await (const part of (await recording(folder))()) parts.push(part);
    await writeFile(`${FILE}.new`, Buffer.concat(parts));
    await rename(`${FILE}.new`, FILE);
    say(`wrote ${path.relative(ROOT, FILE)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/**
 * @param {string} outDir
 * @returns {Promise<typeof import("../electron/host/stage/built-in.ts").builtInRecording>}
 */
async function recording(outDir) {
  const [module] = await bundleSources(["electron/host/stage/built-in.ts"], outDir);
  return module.builtInRecording;
}
