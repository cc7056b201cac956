import { expect, it } from "vitest";
import type { AdvisedHost, AdvisedImage, Usable } from "./advice.ts";
import { ask } from "./cases.ts";
import { DECISION_TABLE } from "./decision-table.ts";

const NO: Usable = { usable: false, why: "There is none." };
const UNKNOWN: Usable = { usable: null, why: "Nobody has looked." };
const YES: Usable = { usable: true, why: "Seen." };

const server = (build: number, more: Partial<AdvisedHost> = {}): Partial<AdvisedHost> => ({
  build,
  sku: "server",
  ...more,
});
const client = (build: number, more: Partial<AdvisedHost> = {}): Partial<AdvisedHost> => ({
  build,
  sku: "client",
  ...more,
});
const linux = (more: Partial<AdvisedHost> = {}): Partial<AdvisedHost> => ({
  ...{ os: "linux", architecture: "amd64", emulates: [] },
  ...more,
});
const arm: Partial<AdvisedImage> = { os: "linux", architecture: "arm64" };
const launch = (process: Usable, hyperv: Usable) => ({ launch: { process, hyperv } });

type Case = readonly [
  host: Partial<AdvisedHost>,
  image: Partial<AdvisedImage>,
  process: readonly [rule: string, verdict: string, hresult?: string],
  hyperv: readonly [rule: string, verdict: string, hresult?: string],
];

const MISMATCH = "0xc0370101";
const HYPERV_RUNS = ["hyperv-runs-older-images", "runs"] as const;

const CASES: readonly Case[] = [
  [server(20_348), { os: null }, ["image-system-unknown", "unknown"], ["image-system-unknown", "unknown"]],
  [linux(), {}, ["shared-kernel", "runs"], ["micro-vm", "runs"]],
  [server(20_348), { os: "linux" }, ["linux-image-on-windows", "fails"], ["linux-image-on-windows", "fails"]],
  [
    client(26_100, { architecture: "arm64" }),
    { build: 20_348, architecture: "amd64" },
    ["process-foreign-on-arm64", "unknown"],
    ["hyperv-foreign-on-arm64", "unknown"],
  ],
  [
    server(20_348, { architecture: "amd64" }),
    { build: 20_348, architecture: "arm64" },
    ["windows-architecture-differs", "fails"],
    ["windows-architecture-differs", "fails"],
  ],
  [
    client(22_631, { edition: "CoreSingleLanguage" }),
    { build: 20_348 },
    ["windows-home", "fails"],
    ["windows-home", "fails"],
  ],
  [
    client(10_586),
    { build: 10_240 },
    ["host-before-containers", "fails"],
    ["host-before-containers", "fails"],
  ],
  [
    server(20_348),
    { build: 26_100 },
    ["image-newer-than-host", "fails", MISMATCH],
    ["image-newer-than-host", "fails", MISMATCH],
  ],
  [server(20_348), { build: 17_763 }, ["image-before-stable-abi", "fails", MISMATCH], HYPERV_RUNS],
  [
    server(26_100, { hypervisor: NO }),
    { build: 20_348 },
    ["server-stable-abi", "runs"],
    ["no-hypervisor", "fails", "0xc0351000"],
  ],
  [
    server(26_100, { hypervisor: UNKNOWN }),
    { build: 20_348 },
    ["server-stable-abi", "runs"],
    ["hypervisor-unknown", "unknown"],
  ],
  [
    { sku: "server" },
    { build: 20_348 },
    ["process-host-build-unknown", "unknown"],
    ["hyperv-host-build-unknown", "unknown"],
  ],
  [
    server(20_348),
    { os: "windows" },
    ["process-image-build-unknown", "unknown"],
    ["hyperv-image-build-unknown", "unknown"],
  ],
  [client(17_134), { build: 17_134 }, ["client-before-1809", "fails"], HYPERV_RUNS],
  [
    client(17_763, { engineVersion: "18.06.3-ce" }),
    { build: 17_763 },
    ["engine-before-18.09", "fails"],
    HYPERV_RUNS,
  ],
  [
    client(17_763, { engineVersion: "18.09.1" }),
    { build: 17_763 },
    ["windows-10-same-build", "unsupported-for-production"],
    HYPERV_RUNS,
  ],
  [server(19_042), { build: 19_041 }, ["build-differs", "fails", MISMATCH], HYPERV_RUNS],
  [server(14_393), { build: 14_393 }, ["revision-unknown-on-2016", "unknown"], HYPERV_RUNS],
  [
    server(14_393, { revision: 1944 }),
    { build: 14_393, revision: 1914 },
    ["revision-differs-on-2016", "fails"],
    HYPERV_RUNS,
  ],
  [
    server(14_393, { revision: 1944 }),
    { build: 14_393, revision: 1944 },
    ["server-same-build", "runs"],
    HYPERV_RUNS,
  ],
  [{ build: 26_100 }, { build: 26_100 }, ["sku-unknown", "unknown"], HYPERV_RUNS],
  [
    client(22_631),
    { build: 20_348 },
    ["windows-11-fitting-build", "unsupported-for-production"],
    HYPERV_RUNS,
  ],
  [
    client(26_200),
    { build: 20_348 },
    ["windows-11-fitting-build", "unsupported-for-production"],
    HYPERV_RUNS,
  ],
  [server(25_398), { build: 20_348 }, ["server-stable-abi", "runs"], HYPERV_RUNS],
  [server(29_000), { build: 26_100 }, ["server-stable-abi", "runs"], HYPERV_RUNS],
  [
    linux(),
    { os: "windows", build: 20_348 },
    ["windows-image-on-linux", "fails"],
    ["windows-image-on-linux", "fails"],
  ],
  [linux(launch(NO, NO)), { os: "linux" }, ["no-container-engine", "fails"], ["no-vm-engine", "fails"]],
  [
    linux(launch(UNKNOWN, UNKNOWN)),
    { os: "linux" },
    ["container-engine-unknown", "unknown"],
    ["vm-engine-unknown", "unknown"],
  ],
  [linux(), arm, ["shared-kernel-architecture-differs", "fails"], ["micro-vm-architecture-differs", "fails"]],
  [
    linux({ emulates: null }),
    arm,
    ["emulation-unknown", "unknown"],
    ["micro-vm-architecture-differs", "fails"],
  ],
  [
    linux({ emulates: ["arm64"] }),
    arm,
    ["emulated-architecture", "runs"],
    ["micro-vm-architecture-differs", "fails"],
  ],
  [
    linux({ hypervisor: YES }),
    { os: "linux", architecture: "386" },
    ["emulated-architecture", "runs"],
    ["micro-vm-architecture-differs", "fails"],
  ],
  [linux({ hypervisor: NO }), { os: "linux" }, ["shared-kernel", "runs"], ["micro-vm-without-kvm", "runs"]],
  [
    linux({ hypervisor: UNKNOWN }),
    { os: "linux" },
    ["shared-kernel", "runs"],
    ["micro-vm-kvm-unknown", "runs"],
  ],
];

it.each(CASES)("host %j, image %j: process %j, hyperv %j", (host, image, process, hyperv) => {
  const advice = ask(host, image);
  const summary = ({ rule, verdict, hresult }: (typeof advice)["process"]) => [rule.id, verdict, hresult];
  expect(summary(advice.process)).toEqual([process[0], process[1], process[2] ?? null]);
  expect(summary(advice.hyperv)).toEqual([hyperv[0], hyperv[1], hyperv[2] ?? null]);
});

it("hits every row of the table with one of these cases", () => {
  const hit = new Set(CASES.flatMap(([, , process, hyperv]) => [process[0], hyperv[0]]));
  const missed = DECISION_TABLE.map(({ id }) => id).filter((id) => !hit.has(id));
  expect(missed).toEqual([]);
});

it("names each row once", () => {
  const ids = DECISION_TABLE.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
