import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { failureOf, quietWork, whenStatus } from "../conformance-tools.ts";
import type { Progress, ReadableTar } from "../engine.ts";
import { type DockerEngine, openDockerEngine } from "./engine.ts";
import { FakeDaemon, json, refusal } from "./fixtures/fake-daemon.ts";
import { HandClock } from "./fixtures/hand-clock.ts";
import { loadedNames } from "./load-images.ts";
import { fixedEndpoint } from "./locator.ts";

const A = `sha256:${"a".repeat(64)}`;
const B = `sha256:${"b".repeat(64)}`;

/** As dockerd 20.10.24 answers `POST /images/load`. */
const LOADED = [
  { status: "Loading layer", progressDetail: { current: 32768, total: 2166784 }, id: "5cc9d8d9f5a4" },
  { status: "Loading layer", progressDetail: { current: 2166784, total: 2166784 }, id: "5cc9d8d9f5a4" },
  { stream: "Loaded image: isoscope/demo:latest\n" },
];

const lines = (...values: readonly object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("");

/** Takes the whole body, then answers. */
const afterBody = (answer: string) => (request: IncomingMessage, response: ServerResponse) => {
  request.resume().on("end", () => response.end(answer));
};

async function* bytes(...sizes: readonly number[]): ReadableTar {
  for (const size of sizes) yield Buffer.alloc(size);
}

describe("images of a Docker engine", () => {
  let daemon: FakeDaemon;
  let engine: DockerEngine;
  /** What was changed, in order. */
  let changes: string[];

  beforeEach(async () => {
    daemon = await FakeDaemon.open();
    changes = [];
    engine = openDockerEngine(
      { id: "docker", title: "Docker", locator: fixedEndpoint(daemon.endpoint) },
      { clock: new HandClock(), random: () => 0, host: { platform: "linux", kernelRelease: "6.1.0" } },
    );
    await whenStatus(engine, (status) => status.state === "live");
  });

  afterEach(async () => {
    await engine[Symbol.asyncDispose]();
    await daemon[Symbol.asyncDispose]();
  });

  const images = (...all: readonly { Id: string; RepoTags: readonly string[] }[]) => {
    daemon.answers.set("/images/json", json(all));
    for (const image of all) {
      const encoded = encodeURIComponent(image.Id);
      daemon.answers.set(`/images/${encoded}/json`, json({ ...image, RootFS: { Layers: ["x", "y"] } }));
    }
  };

  const change = (path: string, status = 200, message = "") =>
    daemon.answers.set(path, (request, response) => {
      changes.push(`${request.method} ${decodeURIComponent(request.url ?? "").replace(/^\/v[\d.]+/, "")}`);
      refusal(status, message)(request, response);
    });

  it("tells what is sent and unpacked, and the names that came", async () => {
    daemon.answers.set("/images/load", afterBody(lines(...LOADED)));
    const told: Progress[] = [];
    const work = { ...quietWork(), progress: (progress: Progress) => void told.push(progress) };
    const names = await engine.loadImages(bytes(600, 424), { sizeBytes: 1024 }, work);
    expect(names).toEqual(["isoscope/demo:latest"]);
    expect(told.map(({ transfer }) => transfer?.layers[0]?.current)).toContain(32768);
    expect(told.at(-1)?.transfer).toEqual({
      download: { current: 1024, total: 1024 },
      extract: { current: 2166784, total: 2166784 },
      layers: [{ id: "5cc9d8d9f5a4", state: "done", current: 2166784, total: 2166784 }],
    });
  });

  it("puts references back when a load fails after it has begun", async () => {
    images({ Id: A, RepoTags: ["demo:1"] });
    change(`/images/${encodeURIComponent(A)}/tag`);
    change("/images/other%3A1");
    const torn = lines(
      { stream: "Loaded image: demo:1\n" },
      { stream: "Loaded image: other:1\n" },
      { errorDetail: { message: "unexpected EOF" }, error: "unexpected EOF" },
    );
    daemon.answers.set("/images/load", afterBody(torn));
    const failed = await failureOf(engine.loadImages(bytes(10), { sizeBytes: null }, quietWork()));
    expect(failed).toMatchObject({ code: "http", message: "unexpected EOF" });
    expect(changes).toEqual([`POST /images/${A}/tag?repo=demo&tag=1`, "DELETE /images/other:1"]);
  });

  it("says so when the daemon found no image in the archive", async () => {
    daemon.answers.set("/images/load", afterBody(""));
    const failed = await failureOf(engine.loadImages(bytes(10), { sizeBytes: null }, quietWork()));
    expect(failed).toMatchObject({ code: "http", message: expect.stringContaining("without naming") });
  });

  it("cuts the connection when given up midway, and undoes when everything was sent", async () => {
    const midway = new AbortController();
    let arrived = () => {};
    const begun = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const torn = new Promise<void>((resolve) => {
      daemon.answers.set("/images/load", (request) => {
        arrived();
        request.resume().on("close", () => resolve());
      });
    });
    const half = (async function* (): ReadableTar {
      yield Buffer.alloc(10);
      await begun;
      midway.abort();
      yield Buffer.alloc(10);
    })();
    const given = { signal: midway.signal, progress: () => {} };
    expect(await failureOf(engine.loadImages(half, { sizeBytes: null }, given))).toMatchObject({
      code: "cancelled",
    });
    await torn;

    const late = new AbortController();
    change("/images/other%3A1");
    daemon.answers.set("/images/load", (request, response) => {
      request.resume().on("end", () => {
        late.abort();
        response.end(lines({ stream: "Loaded image: other:1\n" }));
      });
    });
    const work = { signal: late.signal, progress: () => {} };
    const failed = await failureOf(engine.loadImages(bytes(10), { sizeBytes: null }, work));
    expect(failed).toMatchObject({ code: "cancelled" });
    expect(changes).toEqual(["DELETE /images/other:1"]);
  });

  it("passes on why a file could not be read, not that its connection broke", async () => {
    daemon.answers.set("/images/load", (request) => void request.resume());
    const gone = (async function* (): ReadableTar {
      yield Buffer.alloc(10);
      throw new Error("the sender is gone");
    })();
    const failed = await failureOf(engine.loadImages(gone, { sizeBytes: null }, quietWork()));
    expect("detail" in failed ? failed.detail : "").toContain("the sender is gone");
  });

  it("removes every reference, never by force", async () => {
    images({ Id: A, RepoTags: ["demo:1", "demo:2"] });
    change("/images/demo%3A1");
    change("/images/demo%3A2");
    await engine.removeImage(A);
    expect(changes).toEqual(["DELETE /images/demo:1", "DELETE /images/demo:2"]);
  });

  it("puts a reference back when a later one is refused", async () => {
    images({ Id: A, RepoTags: ["demo:1", "demo:2"] });
    change("/images/demo%3A1");
    const conflict = "conflict: unable to remove repository reference (must force) - container 1 is using it";
    change("/images/demo%3A2", 409, conflict);
    change(`/images/${encodeURIComponent(A)}/tag`);
    const failed = await failureOf(engine.removeImage(A));
    expect(failed).toMatchObject({ code: "conflict", message: conflict, fix: expect.any(String) });
    expect(changes.at(-1)).toBe(`POST /images/${A}/tag?repo=demo&tag=1`);
  });

  it("removes an image without references by its id", async () => {
    images({ Id: B, RepoTags: ["<none>:<none>"] });
    change(`/images/${encodeURIComponent(B)}`);
    await engine.removeImage(B);
    expect(changes).toEqual([`DELETE /images/${B}`]);
  });

  it("saves by reference, since by id alone the archive would name none", async () => {
    images({ Id: A, RepoTags: ["demo:1", "demo:2"] });
    const asked: string[] = [];
    daemon.answers.set("/images/get", (request, response) => {
      asked.push(decodeURIComponent(request.url ?? "").replace(/^\/v[\d.]+/, ""));
      response.end("archive");
    });
    const parts: Uint8Array[] = [];
    for await (const part of await engine.exportImage(A, quietWork().signal)) parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe("archive");
    expect(asked).toEqual(["/images/get?names=demo:1&names=demo:2"]);
  });
});

it.each([
  ["Loaded image: demo:1\n", ["demo:1"]],
  [`Loaded image ID: ${A}\n`, [A]],
  ["Loaded image: localhost/a:1,localhost/b:1", ["localhost/a:1", "localhost/b:1"]],
  ["The image demo:1 already exists, renaming the old one with ID x to empty string\n", []],
  ["", []],
])("reads what was loaded from %j", (line, names) => {
  expect(loadedNames(line)).toEqual(names);
});
