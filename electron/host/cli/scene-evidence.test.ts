import { expect, test } from "vitest";
import { hostProcess, insideProcess } from "../../contract/fixtures/rows.ts";
import type { Scope } from "../../contract/scope.ts";
import { hypervEvidence, processEvidence, sceneHolds } from "./scene-evidence.ts";

const hostKernel = { release: "10.0.17763.6532", bootedAt: 1, bootId: null };
const both: Scope = {
  key: "hcs/a",
  isolation: "process",
  mainPid: null,
  inside: [insideProcess({ pid: 3964, hostPid: 3964, start: "500", name: "PING" })],
  insideSource: "HCS ProcessList",
  insideError: null,
  related: [hostProcess({ pid: 3964, start: "500", name: "PING" })],
  hostCount: 2,
  links: [
    {
      insidePid: 3964,
      hostPid: 3964,
      start: "500",
      startedAt: null,
      certainty: "proven",
      starts: "same",
      tie: "",
      evidence: "",
    },
  ],
  worker: null,
  hostKernel,
  containerKernel: hostKernel,
  kernels: "shared",
  kernelEvidence: "",
  insideAt: 1,
  hostAt: 1,
};
const vmwp = hostProcess({ pid: 2376, start: "900", name: "vmwp" });
const own: Scope = {
  ...both,
  isolation: "hyperv",
  inside: [insideProcess({ pid: 1732, start: "700", name: "PING" })],
  related: [vmwp],
  links: [],
  worker: { pid: 2376, start: "900", name: "vmwp", command: null },
  containerKernel: null,
  kernels: "separate",
};

test("on Windows no attribution and no guest boot are told: the link and the VM speak", () => {
  const process = processEvidence(both, "ping");
  const hyperv = hypervEvidence(own, "ping", [vmwp]);
  expect(process).toMatchObject({ hostPid: 3964, samePid: true, sameStartTime: true, hostName: "PING" });
  expect(hyperv).toMatchObject({ hostMatches: 0, guestKernel: "not told", guestBootedAfterHost: null });
  if (!process || !hyperv) throw new Error("there is evidence");
  expect(sceneHolds(process, hyperv)).toBe(true);
  expect(sceneHolds(process, { ...hyperv, kernels: "shared" })).toBe(false);
  expect(sceneHolds(process, { ...hyperv, hostMatches: 1 })).toBe(false);
});

test("while either side is not known there is no evidence yet", () => {
  expect(processEvidence({ ...both, links: [] }, "ping")).toBeUndefined();
  expect(hypervEvidence({ ...own, kernels: "unknown" }, "ping", [vmwp])).toBeUndefined();
});
