import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LaunchHole } from "../../contract/hole.ts";
import { dockerRunLine, type RunLine } from "../docker-run-line.ts";
import { isPipePath } from "../hole-makers.ts";
import { parseRunLine } from "./parse-run-line.ts";
import { type Shell, shellOfLine } from "./shell.ts";
import { isRunLine } from "./words-of-run.ts";

function read(text: string, shell: Shell = shellOfLine(text, "sh")) {
  const reading = parseRunLine(text, shell);
  if (!reading.ok) throw new Error(reading.problem);
  return reading;
}
const holes = (text: string) => read(`docker run ${text} img`).launch.holes;
const unknown = (text: string) => read(`docker run ${text} img`).unknown;

describe("a line", () => {
  test("with everything the form has", () => {
    const text =
      "docker run -it --isolation=hyperv --name web -m 1.5g --cpus=2 -e A=1 --env 'B=x y' -p 127.0.0.1:8080:80/udp " +
      "-v /srv:/data:ro --network container:db --device /dev/ttyS0 alpine:3.20 sh -c 'echo hi'";
    expect(read(text)).toEqual({
      ok: true,
      unknown: [],
      launch: {
        image: "alpine:3.20",
        command: ["sh", "-c", "echo hi"],
        isolation: "hyperv",
        interactive: true,
        name: "web",
        env: { A: "1", B: "x y" },
        memoryBytes: 1.5 * 1024 ** 3,
        cpus: 2,
        holes: [
          { kind: "port", hostIp: "127.0.0.1", hostPort: 8080, containerPort: 80, protocol: "udp" },
          { kind: "folder", source: "/srv", target: "/data", readOnly: true },
          { kind: "network", of: "container", name: "db" },
          { kind: "device", device: "/dev/ttyS0" },
        ],
      },
    });
  });

  test.each([
    "$ docker run img",
    "  sudo -E docker run img\n",
    "PS C:\\Users\\ana> docker.exe run img",
    "C:\\>docker run img",
    "ana@lab:~/src$ /usr/bin/docker container run img",
    "# podman run img",
    "docker run \\\n  img",
    "docker run `\r\n  img",
    "docker run -- img",
  ])("is found in %j", (text) => {
    expect(isRunLine(text)).toBe(true);
    expect(read(text).launch).toMatchObject({ image: "img", command: [] });
  });

  test.each(["docker ps", "dockerrun img", "ping localhost", "", "docker runner x"])("is not %j", (text) => {
    expect(isRunLine(text)).toBe(false);
    expect(parseRunLine(text, "sh")).toMatchObject({ ok: false, problem: "no-run-line" });
  });

  test("without an image, or with an open quote, says so", () => {
    expect(parseRunLine("docker run -d -p 80:80", "sh")).toMatchObject({ problem: "no-image" });
    expect(parseRunLine("docker run -d -e", "sh")).toMatchObject({ problem: "no-image" });
    expect(parseRunLine("docker run img sh -c 'x", "sh")).toMatchObject({
      problem: "open-quote",
      detail: "The single quote is not closed.",
    });
  });

  test("keeps what follows the image for the command", () => {
    expect(read("docker run img -d --name x").launch).toMatchObject({
      command: ["-d", "--name", "x"],
      name: null,
    });
  });
});

describe("flags", () => {
  test("short ones stand together, the last one with its value", () => {
    expect(read("docker run -itp8080:80 img").launch).toMatchObject({ interactive: true });
    expect(holes("-dp 8080:80")).toEqual([
      { kind: "port", hostPort: 8080, containerPort: 80, protocol: "tcp" },
    ]);
    expect(holes("-p=[::1]::80")).toEqual([
      { kind: "port", hostIp: "::1", containerPort: 80, protocol: "tcp" },
    ]);
    expect(holes("-p 80")).toEqual([{ kind: "port", containerPort: 80, protocol: "tcp" }]);
  });

  test("that the form does not know are listed with their values, and the image is still found", () => {
    expect(unknown("--restart always --label=a=b -u 1000 --rm --privileged -P --gpus all")).toEqual([
      { text: "--restart always", why: "not-in-form" },
      { text: "--label=a=b", why: "not-in-form" },
      { text: "-u 1000", why: "not-in-form" },
      { text: "--rm", why: "kept-after-exit" },
      { text: "--privileged", why: "not-in-form" },
      { text: "-P", why: "not-in-form" },
      { text: "--gpus all", why: "not-in-form" },
    ]);
    expect(read("docker --context lab run img").unknown).toEqual([
      { text: "--context lab", why: "not-in-form" },
    ]);
  });

  test.each([
    ["-e HOME", "value-of-the-shell"],
    ["-v cache:/data", "volume"],
    ["-v /data", "volume"],
    ["--mount type=tmpfs,target=/x", "volume"],
    ["-p 8000-8010:8000-8010", "port-range"],
    ["-p 80:80/sctp", "value"],
    ["-m lots", "value"],
    ["--cpus none", "value"],
    ["--isolation=hyper-v", "value"],
    ["--network name=a,alias=b", "options"],
    ["--device /dev/a:/dev/b", "other-name-inside"],
  ])("%s is listed: %s", (text, why) => {
    expect(unknown(text)).toEqual([{ text, why }]);
    expect(holes(text)).toEqual([]);
  });

  test("a hole is taken even when an option of it is not", () => {
    expect(unknown("-v /a:/b:ro,z")).toEqual([{ text: "-v /a:/b:ro,z", why: "options" }]);
    expect(holes("-v /a:/b:ro,z")).toMatchObject([{ source: "/a", readOnly: true }]);
    expect(holes("--device /dev/a:/dev/a:rw")).toEqual([{ kind: "device", device: "/dev/a" }]);
  });

  test("paths of Windows keep their drives, and pipes are pipes", () => {
    const text = String.raw`docker run -v C:\src:C:\src:ro -v \\.\pipe\x:\\.\pipe\x -v "D:\a b:/app" img`;
    expect(read(text).launch.holes).toEqual([
      { kind: "folder", source: "C:\\src", target: "C:\\src", readOnly: true },
      { kind: "pipe", source: "\\\\.\\pipe\\x", target: "\\\\.\\pipe\\x" },
      { kind: "folder", source: "D:\\a b", target: "/app", readOnly: false },
    ]);
    expect(holes("-v /var/run/docker.sock:/var/run/docker.sock")).toMatchObject([{ kind: "pipe" }]);
    expect(holes(`--mount 'type=bind,src=/a,dst=/b,ro'`)).toMatchObject([{ source: "/a", readOnly: true }]);
    expect(holes("-v $PWD/data:/data")).toMatchObject([{ kind: "folder", source: "$PWD/data" }]);
  });
});

const name = fc.stringMatching(/^[A-Za-z0-9][\w.-]{0,12}$/);
/** What may stand in a path: quotes, blanks, colons and commas too. */
const segment = fc.string({
  unit: fc.constantFrom(..."abz09 .-_'\"`$(){}:,;&|é"),
  minLength: 1,
  maxLength: 8,
});
const notPipe = (path: string) => !isPipePath(path);
const linuxPath = segment.map((text) => `/srv/${text}`).filter(notPipe);
const windowsPath = segment.map((text) => `C:\\${text.replaceAll(":", "")}`).filter(notPipe);
const path = fc.oneof(linuxPath, windowsPath);
const pipePath = fc.oneof(
  name.map((text) => `/run/${text}.sock`),
  name.map((text) => `\\\\.\\pipe\\${text}`),
);
const portNumber = fc.integer({ min: 1, max: 65_535 });

const hole: fc.Arbitrary<LaunchHole> = fc.oneof(
  fc.record({ kind: fc.constant("folder" as const), source: path, target: path, readOnly: fc.boolean() }),
  fc.record({ kind: fc.constant("pipe" as const), source: pipePath, target: pipePath }),
  fc.record(
    {
      kind: fc.constant("port" as const),
      hostIp: fc.oneof(fc.ipV4(), fc.ipV6()),
      hostPort: portNumber,
      containerPort: portNumber,
      protocol: fc.constantFrom("tcp" as const, "udp" as const),
    },
    { requiredKeys: ["kind", "containerPort", "protocol"] },
  ),
  fc.record({
    kind: fc.constant("network" as const),
    of: fc.constantFrom("network" as const, "container" as const),
    name,
  }),
  fc.record({ kind: fc.constant("device" as const), device: name.map((text) => `/dev/${text}`) }),
);

const anyText = fc.string({ unit: "binary", maxLength: 12 });
const launch: fc.Arbitrary<RunLine> = fc.record({
  image: name,
  command: fc.array(anyText, { maxLength: 4 }),
  isolation: fc.constantFrom("default" as const, "process" as const, "hyperv" as const),
  interactive: fc.boolean(),
  name: fc.option(name),
  env: fc.dictionary(fc.stringMatching(/^[^=\0]{1,8}$/), anyText, { maxKeys: 3 }).map((env) => ({ ...env })),
  memoryBytes: fc.option(fc.integer({ min: 6 * 1024 ** 2, max: 2 ** 40 })),
  cpus: fc.option(fc.double({ min: 0.001, max: 1024, noNaN: true })),
  holes: fc.array(hole, { maxLength: 4 }),
});

test.each(["sh", "powershell"] as const)(
  "a line written for %s is read as the launch it was made from",
  (shell) => {
    fc.assert(
      fc.property(launch, (wanted) => {
        const line = dockerRunLine(wanted, "win32", shell);
        if (line === null) return;
        expect(parseRunLine(line, shell)).toEqual({ ok: true, launch: wanted, unknown: [] });
      }),
      { numRuns: 400 },
    );
  },
);

test("any text is read or refused", () => {
  const word = fc.oneof(fc.string(), fc.constantFrom("-", "--", "-p", "-v", ":", "--mount", "=", "-it", "x"));
  fc.assert(
    fc.property(fc.array(word), fc.constantFrom<Shell>("sh", "powershell"), (words, shell) => {
      const reading = parseRunLine(`docker run ${words.join(" ")}`, shell);
      if (reading.ok) expect(reading.launch.image).not.toBe("");
    }),
  );
});
