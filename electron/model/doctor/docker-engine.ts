import { type Check, check, notApplicable, ok, unknown, warning } from "./check.ts";
import { engineVerdict } from "./engine-verdict.ts";
import type { EngineFact } from "./facts.ts";
import { link } from "./fixes.ts";

const INSTALL = "https://docs.docker.com/engine/install/";

/** The oldest with API 1.40, which the driver needs. */
const OLDEST = { major: 19, minor: 3 } as const;

const COMMON = { category: "docker", engines: ["docker"] } as const;

export const dockerOf = (engines: readonly EngineFact[]): EngineFact | undefined =>
  engines.find(({ id }) => id === "docker");

/** Whether the app has a daemon, whichever. */
const engine = check({
  ...COMMON,
  id: "docker.engine",
  title: "Docker engine",
  why: "Containers on the host's kernel are made by a Docker daemon, and micro-VMs take their images from it.",
  needs: ["engines"],
  decide: ({ engines }) => engineVerdict(dockerOf(engines)),
});

const version = check({
  ...COMMON,
  id: "docker.version",
  title: "Age of the Docker engine",
  why: "Isoscope speaks API 1.40 or later, which Docker Engine has since 19.03. Process isolation on Windows 10 and 11 needs 18.09.",
  needs: ["engines"],
  decide: ({ engines }) => {
    const docker = dockerOf(engines);
    const told = docker?.version ?? null;
    if (told === null) return notApplicable("No engine answers whose age could be told.");
    const evidence = [{ name: "Version", value: told }];
    if (docker?.title === "Podman") return ok(`Podman ${told} answers in Docker's place.`, evidence);
    const [, major, minor] = /^(\d+)\.(\d+)/.exec(told) ?? [];
    if (major === undefined || minor === undefined)
      return unknown(`Version ${told} is not one whose age can be told.`, evidence);
    if (isOld(Number(major), Number(minor)))
      return warning(`Version ${told} is older than 19.03.`, evidence, {
        fixes: [link("update-docker", "How Docker is updated", INSTALL)],
      });
    return ok(`Version ${told}.`, evidence);
  },
});

const isOld = (major: number, minor: number) =>
  major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor);

export const dockerEngineChecks: readonly Check[] = [engine, version];
