// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { bundleSources } from "./setup/bundle-sources.mjs";
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
  const openReports = await sessionReports(bundle);
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
 * @param {string} outDir
 * @returns {Promise<typeof import("./reports/session-reports.ts").openReports>}
 */
async function sessionReports(outDir) {
  const [module] = await bundleSources(["scripts/reports/session-reports.ts"], outDir);
  return module.openReports;
}
