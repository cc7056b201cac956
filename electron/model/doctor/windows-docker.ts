import { type Check, check, notApplicable, ok, problem, warning } from "./check.ts";
import { dockerOf } from "./docker-engine.ts";
import { endpointEvidence } from "./endpoint-evidence.ts";
import { link, manual } from "./fixes.ts";
import { joinGroup, startService } from "./windows-fixes.ts";

const COMMON = { category: "docker", engines: ["docker"] } as const;
const INSTALL = "https://learn.microsoft.com/virtualization/windowscontainers/quick-start/set-up-environment";
const USERS = "docker-users";

const service = check({
  ...COMMON,
  id: "docker.service",
  title: "Docker service",
  why: "On a server dockerd runs as the service docker; Docker Desktop keeps the service com.docker.service.",
  needs: ["services", "person"],
  uses: ["engines"],
  decide: ({ services, person }, { engines = [] }) => {
    const { docker, "com.docker.service": desktop, containerd } = services;
    const evidence = Object.entries({ docker, "com.docker.service": desktop, containerd }).map(
      ([name, value]) => ({ name, value }),
    );
    if (docker === "running") return ok("The service docker runs.", evidence);
    if (dockerOf(engines)?.state === "live")
      return ok("A daemon answers without the service docker.", evidence);
    if (docker === "changing") return ok("The service docker is starting or stopping.", evidence);
    if (docker === "stopped") {
      const fixes = [startService("docker", "the service docker", person)] as const;
      return problem("The service docker is stopped.", evidence, { fixes });
    }
    if (desktop !== "absent") {
      const start = manual("start-desktop", "Start Docker Desktop", ["Start it from the Start menu."]);
      return problem("Docker Desktop is installed, and no daemon answers.", evidence, { fixes: [start] });
    }
    return problem("Neither Docker Engine nor Docker Desktop is installed.", evidence, {
      fixes: [link("install-docker", "How containers are set up on Windows", INSTALL)],
    });
  },
});

const pipe = check({
  ...COMMON,
  id: "docker.pipe",
  title: "Docker pipe",
  why: "A daemon is reached by a named pipe, which only administrators and one group may use.",
  needs: ["endpoints"],
  decide: ({ endpoints }) => {
    const evidence = endpointEvidence(endpoints);
    const answering = endpoints.find(({ state }) => state === "answers");
    if (answering) return ok(`${answering.address} answers.`, evidence);
    const denied = endpoints.find(({ state }) => state === "denied");
    if (denied)
      return problem(`This user may not use ${denied.address}.`, evidence, {
        noFix: "Which right is missing is said at the right to use Docker.",
      });
    return problem("No daemon has made one of its pipes.", evidence, {
      noFix: "How to start the daemon is said at the Docker service.",
    });
  },
});

const mode = check({
  ...COMMON,
  id: "docker.mode",
  title: "Docker's kind of containers",
  why: "Docker Desktop runs Linux containers or Windows containers, one kind at a time. Isolation of Windows is shown by Windows containers.",
  needs: ["endpoints"],
  decide: ({ endpoints }) => {
    const answering = endpoints.filter(({ state }) => state === "answers");
    const evidence = answering.map(({ address, os }) => ({ name: address, value: os ?? "not told" }));
    if (answering.length === 0) return notApplicable("No daemon answers.", evidence);
    if (answering.some(({ os }) => os === "windows")) return ok("Windows containers.", evidence);
    const step = [
      "In Docker Desktop's menu choose Switch to Windows containers, or in PowerShell:",
      "& $Env:ProgramFiles\\Docker\\Docker\\DockerCli.exe -SwitchWindowsEngine",
    ] as const;
    return problem("Docker Desktop is in Linux mode.", evidence, {
      fixes: [manual("switch-engine", "Switch to Windows containers", step)],
    });
  },
});

const group = check({
  ...COMMON,
  id: "docker.group",
  title: "Right to use Docker",
  why: "Without an administrator's rights a user reaches the daemon as a member of docker-users, or of the group that daemon.json names.",
  needs: ["person"],
  uses: ["engines", "services"],
  decide: ({ person }, { engines = [], services }) => {
    const evidence = [
      { name: "User", value: person.name },
      { name: "Groups", value: person.groups.join(", ") || "none" },
    ];
    if (person.elevated) return notApplicable("Isoscope runs as administrator.", evidence);
    if (person.groups.includes(USERS)) return ok(`${person.name} is in ${USERS}.`, evidence);
    if (dockerOf(engines)?.state === "live") return ok("The daemon lets this user in.", evidence);
    const found = `${person.name} is not in ${USERS}, and Isoscope does not run as administrator.`;
    if (services?.["com.docker.service"] === "absent") {
      const step = [
        'Start Isoscope as administrator, or name a group in daemon.json ("group") and join it.',
      ] as const;
      return warning(found, evidence, { fixes: [manual("as-administrator", "Get the right", step)] });
    }
    return problem(found, evidence, { fixes: [joinGroup(person, { name: USERS })] });
  },
});

export const windowsDockerChecks: readonly Check[] = [service, pipe, mode, group];
