import { IsoscopeFailure } from "../../contract/failure.ts";

/** Where a daemon listens: a Unix socket or Windows named pipe by path, or plain TCP. */
export type DockerEndpoint =
  | { readonly kind: "socket"; readonly path: string }
  | { readonly kind: "tcp"; readonly host: string; readonly port: number };

export const DEFAULT_PIPE = "//./pipe/docker_engine";

const isPipe = (path: string) => /^(\/\/|\\\\)\.[/\\]pipe[/\\]/.test(path);

/** True when the endpoint is a Windows named pipe, which cannot be half-closed from Node. */
export const isNamedPipe = (endpoint: DockerEndpoint): boolean =>
  endpoint.kind === "socket" && isPipe(endpoint.path);

/** True when it cannot lead to another machine. */
export const isLocal = (endpoint: DockerEndpoint): boolean =>
  endpoint.kind === "socket" || /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(endpoint.host);

/** The address as `DOCKER_HOST` writes it. */
export function showEndpoint(endpoint: DockerEndpoint): string {
  if (endpoint.kind === "tcp") return `tcp://${endpoint.host}:${endpoint.port}`;
  return isPipe(endpoint.path) ? `npipe://${endpoint.path.replaceAll("\\", "/")}` : `unix://${endpoint.path}`;
}

const refuse = (message: string): never => {
  throw new IsoscopeFailure({ code: "invalid", field: "DOCKER_HOST", message });
};

/**
 * Reads a `DOCKER_HOST` value as docker/cli does (`opts/hosts.go`). Throws `invalid` when it is not one, `unsupported`
 * for `ssh:` addresses, which are not there yet.
 */
export function parseDockerHost(value: string, platform: NodeJS.Platform): DockerEndpoint {
  const [, scheme = "tcp", rest = ""] = /^(?:([a-z]+):\/\/)?(.*)$/.exec(value.trim()) ?? [];
  switch (scheme) {
    case "unix":
      return parseSocket(rest, platform);
    case "npipe":
      return parsePipe(rest, platform);
    case "tcp":
    case "http":
      return parseTcp(rest);
    case "ssh":
    case "https":
      throw new IsoscopeFailure({
        code: "unsupported",
        capability: `${scheme} endpoints`,
        reason: `Isoscope cannot reach a daemon over ${scheme} yet; use a ${platform === "win32" ? "named pipe" : "Unix socket"} or plain tcp.`,
      });
    default:
      return refuse(`${scheme}:// is not an address of a Docker daemon`);
  }
}

function parseSocket(rest: string, platform: NodeJS.Platform): DockerEndpoint {
  if (platform === "win32")
    return refuse("Unix sockets cannot be used on Windows: write npipe:////./pipe/NAME");
  return { kind: "socket", path: rest === "" ? "/var/run/docker.sock" : rest };
}

function parsePipe(rest: string, platform: NodeJS.Platform): DockerEndpoint {
  if (platform !== "win32") return refuse("named pipes are only on Windows: write unix:///PATH");
  const path = rest === "" ? DEFAULT_PIPE : rest.replaceAll("\\", "/");
  return isPipe(path) ? { kind: "socket", path } : refuse("not a named pipe: write npipe:////./pipe/NAME");
}

function parseTcp(rest: string): DockerEndpoint {
  const [, host = "", port = "2375"] =
    /^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9._-]*)(?::(\d{1,5}))?\/?$/.exec(rest) ?? refuse("not host:port");
  const number = Number(port);
  if (number < 1 || number > 65_535) refuse(`${port} is not a port`);
  return { kind: "tcp", host: host === "" ? "127.0.0.1" : host.replace(/^\[|\]$/g, ""), port: number };
}
