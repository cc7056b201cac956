import { DEFAULT_PIPE, type DockerEndpoint, parseDockerHost } from "./endpoint.ts";

/** What decides where daemons are looked for. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const socket = (path: string): DockerEndpoint => ({ kind: "socket", path });

/** Windows: dockerd's own, older and newer Docker Desktop's, podman machine's. */
const PIPES = [
  DEFAULT_PIPE,
  "//./pipe/docker_engine_windows",
  "//./pipe/dockerDesktopWindowsEngine",
  "//./pipe/dockerDesktopLinuxEngine",
  "//./pipe/podman-machine-default",
];

/**
 * Where a daemon may listen, the likeliest first. `DOCKER_HOST` is a choice: with it nothing else is tried. Throws
 * `invalid` or `unsupported` when it cannot be used.
 */
export function candidates({ platform, env }: Surroundings): readonly DockerEndpoint[] {
  if (env.DOCKER_HOST) return [parseDockerHost(env.DOCKER_HOST, platform)];
  if (platform === "win32") return PIPES.map(socket);
  const own = env.XDG_RUNTIME_DIR;
  return [
    "/var/run/docker.sock",
    ...(own ? [`${own}/docker.sock`] : []),
    "/run/podman/podman.sock",
    ...(own ? [`${own}/podman/podman.sock`] : []),
  ].map(socket);
}
