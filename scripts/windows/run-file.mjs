// @ts-check
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readOr } from "../setup/stale.mjs";
import { readLiveReport } from "./live-report.mjs";
import { ADDON, toWindows } from "./places.mjs";
import { readResults } from "./results.mjs";

const REPORTER = fileURLToPath(new URL("./reporter.mjs", import.meta.url));
/** Milliseconds; for a whole file, far longer than any takes. */
const LIMIT_MS = 120_000;

/**
 * @typedef {import("./results.mjs").Results & { output: string }} FileResults `output`: what it printed besides
 */

/**
 * Runs one bundled test file in Windows' Node. A file that crashes, hangs, ends with an error of its own or has no
 * test has failed, whatever its tests said.
 * @param {import("./session.mjs").Session} session
 * @param {string} bundle
 * @param {import("./directives.mjs").Directives} directives
 * @param {Record<string, string>} [env]
 * @returns {Promise<FileResults>}
 */
export async function runTestFile(session, bundle, directives, env = {}) {
  const name = path.basename(bundle, ".mjs");
  const own = (/** @type {string} */ what) => path.join(session.folder, `${name}.${what}`);
  const args = [
    "--enable-source-maps",
    "--no-warnings",
    `--test-reporter=file:///Z:${REPORTER}`,
    `--test-reporter-destination=${toWindows(own("results"))}`,
    toWindows(bundle),
  ];
  const { ended } = session.start(args, {
    stdout: own("out"),
    stderr: own("err"),
    env: {
      ISOSCOPE_TEST_ADDON: toWindows(ADDON),
      HCS_STANDIN_CONTROL: toWindows(own("control.json")),
      HCS_STANDIN_REPORT: toWindows(own("live")),
      ...env,
    },
    limitMs: LIMIT_MS,
  });
  const { code, late } = await ended;
  const results = readResults(readOr(own("results"), ""));
  const trouble = whatElse(results, { code, late });
  const left = readLiveReport(readOr(own("live"), ""), directives);
  const troubles = trouble === null ? left : [trouble, ...left];
  return {
    ...results,
    failed: [...results.failed, ...troubles.map((detail) => ({ name: "the file itself", detail }))],
    output: `${readOr(own("out"), "")}${readOr(own("err"), "")}`,
  };
}

/** @param {import("./results.mjs").Results} results @param {import("./session.mjs").Ended} ended */
function whatElse({ passed, failed, skipped, done }, { code, late }) {
  if (late) {
    const how = done
      ? "its tests are over, but something keeps the process alive"
      : "it did not come to its end";
    return `ended after ${LIMIT_MS / 1000} s: ${how}`;
  }
  if (!done) return `it ended with exit code ${code} before its tests were over`;
  if (passed + failed.length + skipped.length === 0) return "it has no tests";
  return code !== 0 && failed.length === 0 ? `exit code ${code}, although no test failed` : null;
}
