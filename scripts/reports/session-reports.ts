import { Client } from "../../electron/contract/client.ts";
import type { Comparison } from "../../electron/contract/compare.ts";
import type { IsoscopeContract } from "../../electron/contract/contract.ts";
import type { EngineStatus } from "../../electron/contract/engine.ts";
import { memoryLink } from "../../electron/contract/memory-link.ts";
import type { ReportDocument } from "../../electron/contract/report.ts";
import type { Scope } from "../../electron/contract/scope.ts";
import type { Session } from "../../electron/contract/session.ts";
import { systemClock } from "../../electron/engine/clock.ts";
import { watchUntil } from "../../electron/host/cli/watch-until.ts";
import { composeApp } from "../../electron/host/compose.ts";
import { choosePaths } from "../../electron/host/paths.ts";
import { SEED_AT } from "../../electron/host/stage/seed/seed-times.ts";
import { holesOf } from "../../electron/model/holes.ts";
import { compareReport } from "../../electron/model/report/compare-report.ts";
import { REPORT_FORMATS, type ReportFile, reportFile } from "../../electron/model/report/report-file.ts";
import { scopeReport } from "../../electron/model/report/scope-report.ts";

type App = Client<IsoscopeContract>;

const WAIT_MS = 300_000;
const waiting = (what: string) => ({ what, ms: WAIT_MS, clock: systemClock });

/** The app's own reports, as its screens would export them, under the names they are committed by. */
export async function openReports(home: string, log: (line: string) => void) {
  const paths = choosePaths({ env: { ISOSCOPE_HOME: home }, uid: null, home, tmp: home });
  const app = await composeApp({ paths, log });
  const client: App = new Client(memoryLink(app.dispatcher));
  return {
    seed: () => seedReports(client),
    comparison: (label: string) => comparisonReport(client, label),
    close: async () => {
      client.close();
      await app.close();
    },
  };
}

/** Moments of the shipped recording at which the scene stands: the container runs and the host has been looked at. */
const SEED_MOMENTS = { process: SEED_AT.processRemoved - 1_000, hyperv: SEED_AT.end };

/** Both halves of the scene of the recording that is shipped with the app. */
async function seedReports(client: App): Promise<readonly ReportFile[]> {
  await client.call("session.openBuiltIn", {});
  const files: ReportFile[] = [];
  for (const isolation of ["process", "hyperv"] as const) {
    const positionMs = SEED_MOMENTS[isolation];
    await client.call("session.control", { action: "seek", positionMs });
    const session = await replayed(client, positionMs);
    const { key } = await watchUntil(
      client,
      "containers.watch",
      {},
      (rows) => rows.find((row) => row.isolation === isolation && row.state === "running"),
      waiting(`the container under ${isolation}`),
    );
    const document = await scopeDocument(client, key, session);
    files.push(...REPORT_FORMATS.map((format) => named(`seed-${isolation}`, reportFile(document, format))));
  }
  await client.call("session.close", {});
  return files;
}

function replayed(client: App, positionMs: number): Promise<Session> {
  const isReplay = ([session]: readonly Session[]) =>
    session?.kind === "replay" && session.positionMs === positionMs ? session : undefined;
  return watchUntil(client, "session.watch", {}, isReplay, waiting("the recording"));
}

async function scopeDocument(client: App, key: string, session: Session): Promise<ReportDocument> {
  const host = await client.call("host.info", {});
  const both = ([one]: readonly Scope[]) =>
    one && one.inside.length > 0 && (one.links.length > 0 || one.worker) ? one : undefined;
  const scope = await watchUntil(client, "scope.watch", { key }, both, waiting("both sides"));
  const find =
    <T>(wanted: (item: T) => boolean) =>
    (items: readonly T[]) =>
      items.find(wanted);
  const container = await watchUntil(
    client,
    "containers.watch",
    {},
    find((one) => one.key === key),
    waiting("the container"),
  );
  const engine = await watchUntil(
    client,
    "engines.watch",
    {},
    find(({ id }) => id === container.engine),
    waiting("its engine"),
  );
  const holes = await client.call("containers.inspect", { key }).then(
    ({ document }) => holesOf(document, container.ports),
    () => null,
  );
  return scopeReport({ container, scope, engine, holes, host, session, now: systemClock.now() });
}

/**
 * The demo image under both isolations, five times each, on this very machine.
 * @param label what stands in the report for this machine's name
 */
async function comparisonReport(client: App, label: string): Promise<readonly ReportFile[]> {
  const host = await client.call("host.info", {});
  const isReady = (states: readonly EngineStatus[]) =>
    states.length > 0 && states.every(({ state }) => state === "live") ? states : undefined;
  const engines = await watchUntil(client, "engines.watch", {}, isReady, waiting("the engines"));
  const { image, command } = host.demo;
  const { comparison } = await client.call("compare.start", { image, command, runs: 5 });
  const isOver = (all: readonly Comparison[]) =>
    all.find(({ id, endedAt }) => id === comparison && endedAt !== null);
  const ended = await watchUntil(client, "compare.watch", {}, isOver, waiting("the comparison"));
  const session: Session = { kind: "live", recording: null };
  const document = compareReport({
    ...{ comparison: ended, engines, session, now: systemClock.now() },
    host: { ...host, hostName: label },
  });
  return REPORT_FORMATS.map((format) => named("compare-linux", reportFile(document, format)));
}

const named = (name: string, file: ReportFile): ReportFile => ({
  ...file,
  name: `${name}${/\.[a-z]+$/.exec(file.name)?.[0] ?? ""}`,
});
