import { describe, expect, it } from "vitest";
import type { LaunchHole } from "../../../contract/hole.ts";
import { holeFailure } from "./hole-failure.ts";

const HOLES: readonly LaunchHole[] = [
  { kind: "folder", source: "/srv/data", target: "/data", readOnly: true },
  { kind: "folder", source: "/srv/data2", target: "/etc/passwd", readOnly: true },
  { kind: "folder", source: "C:\\Data", target: "C:\\in", readOnly: true },
  { kind: "port", hostPort: 8080, containerPort: 80, protocol: "tcp" },
  { kind: "port", hostPort: 80, hostIp: "192.0.2.99", containerPort: 81, protocol: "tcp" },
  { kind: "device", device: "/dev/nope" },
  { kind: "network", of: "network", name: "front" },
];

const invalid = (field: string) => ({ code: "invalid", field: `holes.${field}` });

/** Sentences of dockerd 20.10.24 and podman 4.3.1 as they came, and of newer dockerd and HNS as published. */
describe("what a daemon says of a hole", () => {
  it.each([
    ['invalid mount config for type "bind": bind source path does not exist: /srv/data', invalid("0.source")],
    [
      'invalid mount config for type "bind": bind source path does not exist: /srv/data2',
      invalid("1.source"),
    ],
    ['invalid mount config for type "bind": bind source path does not exist: c:\\data', invalid("2.source")],
    ['invalid mount config for type "bind": source path must be a directory: C:\\Data', invalid("2.source")],
    [
      'runc create failed: error mounting "/srv/data2" to rootfs at "/etc/passwd": not a directory: unknown',
      invalid("1.target"),
    ],
    ["Bind for 0.0.0.0:8080 failed: port is already allocated", { code: "conflict", message: /8080/ }],
    ["listen tcp4 0.0.0.0:80: bind: address already in use", { code: "conflict", message: /Port 80 / }],
    ["cannot listen on the TCP port: listen tcp4 :8080: bind: address already in use", { code: "conflict" }],
    [
      "failed to bind host port for 0.0.0.0:8080:172.17.0.2:80/tcp: address already in use",
      { code: "conflict" },
    ],
    ["hnsCall failed in Win32: The specified port already exists. (0x803b0013)", { code: "conflict" }],
    [
      "hnsCall failed in Win32: The process cannot access the file because it is being used by another process. (0x20)",
      { code: "conflict" },
    ],
    ["listen tcp4 192.0.2.99:80: bind: cannot assign requested address", invalid("4.hostIp")],
    ["rootlessport cannot expose privileged port 80, you can add …", { code: "denied", reason: /80/ }],
    [
      'error gathering device information while adding custom device "/dev/nope": no such file or directory',
      invalid("5.device"),
    ],
    ["container create: stat /dev/nope: no such file or directory", invalid("5.device")],
    ["network front not found", { code: "not-found", what: "network", name: "front" }],
    [
      "container create: unable to find network with name or ID front: network not found",
      { code: "not-found" },
    ],
  ])("is understood: %s", (message, expected) => {
    const error = holeFailure({ holes: HOLES }, message);
    for (const [key, value] of Object.entries(expected)) {
      if (value instanceof RegExp) expect(error).toHaveProperty(key, expect.stringMatching(value));
      else expect(error).toHaveProperty(key, value);
    }
    expect(error).toHaveProperty("detail", message);
  });

  it.each([
    "No such image: bb:1",
    'exec: "/data": stat /data: no such file or directory: unknown',
    'Conflict. The container name "/front" is already in use',
    "something else",
  ])("is not read into: %s", (message) => {
    expect(holeFailure({ holes: HOLES }, message)).toBeUndefined();
  });
});
