import { type Check, check, notApplicable, ok, problem, type Remedy, warning } from "./check.ts";
import { dockerOf } from "./docker-engine.ts";
import { endpointEvidence } from "./endpoint-evidence.ts";
import type { DoctorFacts, EndpointFact, Person } from "./facts.ts";
import { installPackage, manual, type Packaging, rootCommand, startService } from "./fixes.ts";

const COMMON = { category: "docker", engines: ["docker"] } as const;

const socket = check({
  ...COMMON,
  id: "docker.socket",
  title: "Docker socket",
  why: "A daemon listens on a socket, a file that only root and one group may use.",
  needs: ["endpoints", "person", "programs", "distribution"],
  uses: ["engines"],
  decide: (facts, { engines = [] }) => {
    const { endpoints } = facts;
    const evidence = endpointEvidence(endpoints);
    const answering = endpoints.find(({ state }) => state === "answers");
    if (answering) return ok(`${answering.address} answers.`, evidence);
    const denied = endpoints.find(({ state }) => state === "denied");
    if (denied) {
      const found = `${facts.person.name} may not use ${denied.address}.`;
      return problem(found, evidence, whoOwns(facts.person, denied));
    }
    const docker = dockerOf(engines);
    if (docker?.managed && docker.state === "live")
      return ok("No daemon listens at the usual places; Isoscope runs one of its own.", evidence);
    return problem(silenceText(endpoints), evidence, { fixes: [startOrInstall(facts)] });
  },
});

function silenceText(endpoints: readonly EndpointFact[]): string {
  const silent = endpoints.find(({ state }) => state === "silent");
  if (silent) return `${silent.address} is there, but nothing answers.`;
  return `There is no socket at ${endpoints.map(({ address }) => address).join(", ")}.`;
}

const startOrInstall = (facts: Packaging & Pick<DoctorFacts, "programs">) =>
  facts.programs.dockerd === null
    ? installPackage(facts, "docker.io", "Docker")
    : startService(facts, "docker", "the Docker daemon");

/** Membership is the next check's; who is a member and yet refused needs to know whose the socket is. */
function whoOwns({ groups }: Person, { address }: EndpointFact): Remedy {
  if (!groups.includes("docker")) return { noFix: "The right to use Docker, below, says what is missing." };
  const file = address.replace("unix://", "");
  const step = ["The socket belongs to another group than docker. Its group is:", `ls -l ${file}`] as const;
  return { fixes: [manual("look-at-owner", "See whose the socket is", step)] };
}

function joinGroup(person: Person) {
  if (person.listed.includes("docker") && !person.groups.includes("docker")) {
    return manual("sign-in", "Sign in again", [
      `${person.name} is in the group docker, but this session is older than that: sign out and in again, then start Isoscope.`,
    ]);
  }
  return rootCommand(person, {
    id: "join-docker",
    title: `Add ${person.name} to the group docker`,
    argv: ["usermod", "-aG", "docker", person.name],
    changes: `${person.name} may use the Docker daemon, and through it has what root has on this host.`,
    after: "Sign out and in again, then start Isoscope.",
  });
}

const group = check({
  ...COMMON,
  id: "docker.group",
  title: "Right to use Docker",
  why: "Who is in the group docker may use the daemon without being root, and can do with the host what root can.",
  needs: ["person"],
  uses: ["engines", "endpoints"],
  decide: ({ person }, { engines = [], endpoints = [] }) => {
    const evidence = [
      { name: "User", value: person.name },
      { name: "Groups in force", value: person.groups.join(", ") || "none" },
      { name: "Groups of the account", value: person.listed.join(", ") || "none" },
    ];
    if (person.elevated) return notApplicable(`${person.name} may use every socket.`, evidence);
    if (person.groups.includes("docker")) return ok(`${person.name} is in the group docker.`, evidence);
    const live = dockerOf(engines)?.state === "live";
    if (live) return notApplicable("The daemon that answers does not ask for the group.", evidence);
    if (endpoints.length > 0 && endpoints.every(({ state }) => state === "absent"))
      return notApplicable("There is no socket that would ask for the group.", evidence);
    const found = person.listed.includes("docker")
      ? `${person.name} is in the group docker from the next sign-in on.`
      : `${person.name} is not in the group docker.`;
    return problem(found, evidence, { fixes: [joinGroup(person)] });
  },
});

const program = check({
  ...COMMON,
  id: "docker.program",
  title: "Docker daemon's program",
  why: "As root Isoscope starts a daemon of its own when none runs, for which it needs the program dockerd.",
  needs: ["programs", "person", "distribution"],
  uses: ["engines"],
  decide: (facts, { engines = [] }) => {
    const path = facts.programs.dockerd;
    const evidence = [{ name: "dockerd", value: path ?? "not found" }];
    if (path !== null) return ok(`${path} is there.`, evidence);
    if (dockerOf(engines)?.state === "live")
      return ok("There is no dockerd in the usual folders, and none is needed: a daemon answers.", evidence);
    const install = { fixes: [installPackage(facts, "docker.io", "Docker")] } as const;
    return facts.person.elevated
      ? problem("There is no dockerd on this host.", evidence, install)
      : warning("There is no dockerd in the usual folders.", evidence, install);
  },
});

export const linuxDockerChecks: readonly Check[] = [socket, group, program];
