import { expect, it } from "vitest";
import { connectionError, isTornPipe } from "./wire-errors.ts";

const pipe = (path: string) => ({ title: "Docker", endpoint: { kind: "socket", path } }) as const;
const engine = pipe("//./pipe/docker_engine");
const failed = (code: string) => Object.assign(new Error(`connect ${code}`), { code });

it.each([
  ["ENOENT", "unavailable", /does not run/, /Start-Service docker/],
  ["EACCES", "denied", /may not use/, /administrator/],
  ["EPERM", "denied", /may not use/, /administrator/],
  ["EBUSY", "unavailable", /in use/, /Close other programs/],
  ["ETIMEDOUT", "unavailable", /in use/, /Close other programs/],
  ["EPIPE", "unavailable", /closed it/, /Start-Service docker/],
  ["ECONNRESET", "unavailable", /closed it/, /Start-Service docker/],
  ["EOTHER", "unavailable", /broke/, /Start-Service docker/],
])("says what %s means on a named pipe, and what to do", (code, typed, reason, fix) => {
  const { error } = connectionError(failed(code), "ping", engine);
  expect(error).toMatchObject({
    code: typed,
    reason: expect.stringMatching(reason),
    fix: expect.stringMatching(fix),
    detail: `ping: connect ${code}`,
  });
  expect(JSON.stringify(error)).toContain("named pipe npipe:////./pipe/docker_engine");
  expect(JSON.stringify(error)).not.toMatch(/socket/i);
});

it("tells a podman machine from a Docker daemon by its pipe", () => {
  const { error } = connectionError(failed("ENOENT"), "ping", pipe("//./pipe/podman-machine-default"));
  expect(error).toMatchObject({ fix: expect.stringContaining("podman machine start") });
});

it("takes a torn pipe for an end, and a torn socket for a loss", () => {
  const socket = { title: "Docker", endpoint: { kind: "socket", path: "/run/docker.sock" } } as const;
  for (const code of ["EPIPE", "ECONNRESET"]) {
    expect(isTornPipe(failed(code), engine)).toBe(true);
    expect(isTornPipe(failed(code), socket)).toBe(false);
  }
  expect(isTornPipe(failed("ENOENT"), engine)).toBe(false);
});
