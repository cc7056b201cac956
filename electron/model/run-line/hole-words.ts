import type { LaunchHole } from "../../contract/hole.ts";

/** The words by which `docker run` opens the same hole. */
export function holeWords(hole: LaunchHole): readonly string[] {
  switch (hole.kind) {
    case "folder":
    case "pipe":
      return mountWords(hole);
    case "port":
      return ["-p", portWord(hole)];
    case "network":
      return ["--network", hole.of === "container" ? `container:${hole.name}` : hole.name];
    case "device":
      return ["--device", hole.device];
  }
}

type Mounted = Extract<LaunchHole, { kind: "folder" | "pipe" }>;

function mountWords(hole: Mounted): readonly string[] {
  const readOnly = hole.kind === "folder" && hole.readOnly;
  const { source, target } = hole;
  if (!hasColon(source) && !hasColon(target)) {
    return ["-v", `${source}:${target}${readOnly ? ":ro" : ""}`];
  }
  const type = source.startsWith("\\\\.\\pipe\\") ? "npipe" : "bind";
  const fields = [`type=${type}`, `source=${source}`, `target=${target}`, ...(readOnly ? ["readonly"] : [])];
  return ["--mount", fields.map(csvField).join(",")];
}

/** Colons part the value of `-v`; only a drive's is told from them. */
const hasColon = (path: string): boolean => path.replace(/^[A-Za-z]:(?=[\\/])/, "").includes(":");

const csvField = (field: string): string => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

function portWord({
  hostIp,
  hostPort,
  containerPort,
  protocol,
}: Extract<LaunchHole, { kind: "port" }>): string {
  const ip = hostIp === undefined ? null : hostIp.includes(":") ? `[${hostIp}]` : hostIp;
  const host = hostPort === undefined ? "" : String(hostPort);
  const at = ip === null ? (host === "" ? "" : `${host}:`) : `${ip}:${host}:`;
  return `${at}${containerPort}${protocol === "tcp" ? "" : `/${protocol}`}`;
}
