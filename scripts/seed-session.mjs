// @ts-check
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./setup/root.mjs";
import { runMain, say } from "./setup/say.mjs";

const SOURCE = path.join(ROOT, "electron", "host", "stage", "built-in.ts");
const FILE = path.join(ROOT, "assets", "recordings", "seed.isoscope");

// Writes the built-in session as a file, which can be opened and handed on like any other: node scripts/seed-session.mjs
await runMain(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "isoscope-seed-"));
  try {
    const parts = [];
    for await (const part of (await bundled(folder)).builtInRecording()) parts.push(part);
    await writeFile(`${FILE}.new`, Buffer.concat(parts));
    await rename(`${FILE}.new`, FILE);
    say(`wrote ${path.relative(ROOT, FILE)}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/**
 * Plain Node runs no TypeScript.
 * @param {string} outDir
 * @returns {Promise<typeof import("../electron/host/stage/built-in.ts")>}
 */
async function bundled(outDir) {
  const { build } = await import("vite");
  await build({
    root: ROOT,
    configFile: false,
    logLevel: "warn",
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: true,
      target: "node20",
      outDir,
      rolldownOptions: { input: SOURCE, output: { format: "es", entryFileNames: "built-in.mjs" } },
    },
  });
  return import(pathToFileURL(path.join(outDir, "built-in.mjs")).href);
}
