import { PUBLISHED } from "../../../electron/model/published-figures.ts";

/** Ids of the stand-in's systems, as `src/world/fixtures.cc` makes them. */
export const FIXTURE_IDS = {
  "docker-process": "d0c0000000000000000000000000000000000000000000000000000000000001",
  "docker-hyperv": "d0c0000000000000000000000000000000000000000000000000000000000002",
  "containerd-vm": "c0d0000000000000000000000000000000000000000000000000000000000003@vm",
  wsl: "5b5e1e50-0000-4000-8000-000000000004",
  sandbox: "5a4db000-0000-4000-8000-000000000005",
  foreign: "foreign-6",
  coincidence: "d0c0000000000000000000000000000000000000000000000000000000000007",
} as const;

/** Ids and figures of the scenario `seed`: the table of the product's acceptance scene. */
export const SEED = {
  processId: "5eed000000000000000000000000000000000000000000000000000000000001",
  hyperVId: "5eed000000000000000000000000000000000000000000000000000000000002",
  ping: PUBLISHED.ping,
  vmwp: PUBLISHED.vmwp,
  guestPing: PUBLISHED.guestPing,
} as const;
