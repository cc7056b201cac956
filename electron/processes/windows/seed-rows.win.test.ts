import { writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { loadAddon } from "../../../native/index.ts";
import { SEED } from "../../../native/test/standin/fixtures.ts";
import { systemClock } from "../../engine/clock.ts";
import { openProcessTable } from "../open-process-table.ts";

const ADDON = process.env.ISOSCOPE_TEST_ADDON ?? "";

/** What a row of the product's table says of a process, in the units of a host process. */
const rowOf = ({
  pid,
  handles,
  npmKb,
  pmKb,
  wsKb,
  cpuSeconds,
  session,
}: typeof SEED.ping | typeof SEED.vmwp) => ({
  pid,
  rssBytes: wsKb * 1024,
  // Get-Process rounds to hundredths of a second.
  cpuMs: expect.closeTo(cpuSeconds * 1000, -1),
  windows: expect.objectContaining({
    handles,
    nonPagedBytes: npmKb * 1024,
    pagedBytes: pmKb * 1024,
    sessionId: session,
  }),
});

it("shows the seed's processes with the figures of the product's table", async () => {
  writeFileSync(process.env.HCS_STANDIN_CONTROL ?? "", JSON.stringify({ scenario: "seed" }));
  const hcs = loadAddon([ADDON]).openHcs?.();
  if (!hcs) throw new Error("the addon has no openHcs");
  await hcs.enumerate(null);
  await using table = openProcessTable({ addonPaths: [ADDON] }, { clock: systemClock });
  const { rows } = await table.sample();
  const find = (pid: number) => rows.find((row) => row.pid === pid);
  expect(find(SEED.ping.pid)).toMatchObject({ name: "PING", ...rowOf(SEED.ping) });
  expect(find(SEED.vmwp.pid)).toMatchObject({ name: "vmwp", ...rowOf(SEED.vmwp) });
  expect(rows.filter(({ name }) => name.toLowerCase() === "ping")).toHaveLength(1);
  hcs.close();
});
