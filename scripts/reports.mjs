// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { MEMORY, ROOT } from "./setup/root.mjs";
import { runMain, say } from "./setup/say.mjs";
import { buildStale } from "./setup/targets.mjs";

const FOLDER = path.join(ROOT, "docs", "reports");

// `node scripts/reports.mjs [--compare "what this machine is"]`: writes the reports of the recording that is shipped with the app, and
// of a comparison measured here, as the app itself exports them.
await runMain(async () => {
  const { values } = parseArgs({ options: { compare: { type: "string" } } });
  await buildStale(["node"]);
  const bundle = path.join(MEMORY, "reports");
  const home = mkdtempSync(path.join(tmpdir(), "iso-r-"));
  const { openReports } = await bundled(bundle);
  const reports = await openReports(home, say);
  try {
    write(await reports.seed());
    if (values.compare !== undefined) write(await reports.comparison(values.compare));
  } finally {
    await reports.close();
    rmSync(home, { recursive: true, force: true });
    rmSync(bundle, { recursive: true, force: true });
  }
});

/** @param {readonly import("../electron/model/report/report-file.ts").ReportFile[]} files */
function write(files) {
  mkdirSync(FOLDER, { recursive: true });
  for (const { name, text } of files) {
    writeFileSync(path.join(FOLDER, name), text);
    console.log(path.relative(ROOT, path.join(FOLDER, name)));
  }
}

/**
 * Plain Node runs no TypeScript.
 * @param {string} outDir
 * @returns {Promise<typeof import("./reports/session-reports.ts")>}
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
      emptyOutDir: true,
      rolldownOptions: {
        input: path.join(ROOT, "scripts", "reports", "session-reports.ts"),
        output: { format: "es", entryFileNames: "[name].mjs" },
      },
    },
  });
  return import(pathToFileURL(path.join(outDir, "session-reports.mjs")).href);
}
