import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ContainerList } from "./container-list.ts";
import { FakeDaemon, refusal } from "./fixtures/fake-daemon.ts";
import { HandClock } from "./fixtures/hand-clock.ts";
import { negotiate, type Session } from "./negotiate.ts";

const A = "a".repeat(64);
const PATH = `/containers/${A}/json`;

describe("a list that reads one container several times at once", () => {
  let daemon: FakeDaemon;
  let session: Session;
  let list: ContainerList;

  beforeEach(async () => {
    daemon = await FakeDaemon.open();
    const origin = { title: "Docker", endpoint: daemon.endpoint };
    session = await negotiate(origin, { platform: "linux", kernelRelease: "6.1.0" }, new HandClock());
    list = new ContainerList();
    daemon.asked.length = 0;
  });

  afterEach(async () => {
    session.wire.close();
    await daemon[Symbol.asyncDispose]();
  });

  /** Holds the next inspect back; resolves when it has come, with how to answer it. */
  function hold(answer: (request: IncomingMessage, response: ServerResponse) => void) {
    return new Promise<() => void>((resolve) => {
      daemon.answers.set(PATH, (request, response) => resolve(() => answer(request, response)));
    });
  }

  const present = (name: string) => daemon.containers([{ Id: A, Name: `/${name}` }]);

  it("gives whoever asked during a failed reading a reading of their own", async () => {
    const held = hold(refusal(500, "half removed"));
    const first = list.refresh(session, A);
    const fail = await held;
    const second = list.refresh(session, A);
    present("whole");
    fail();
    await expect(Promise.all([first, second])).resolves.toEqual([undefined, undefined]);
    expect(list.store.get(A)?.name).toBe("whole");
    expect(daemon.asked).toEqual([PATH, PATH]);
  });

  it("fails when the last reading fails, and reads again when asked later", async () => {
    daemon.answers.set(PATH, refusal(500, "half removed"));
    await expect(list.refresh(session, A)).rejects.toMatchObject({ error: { code: "http", status: 500 } });
    present("whole");
    await list.refresh(session, A);
    expect(list.store.get(A)?.name).toBe("whole");
  });

  it("shares one further reading among all who ask during one", async () => {
    present("old");
    const old = daemon.answers.get(PATH);
    const held = hold((request, response) => old?.(request, response));
    const first = list.refresh(session, A);
    const answer = await held;
    const others = Array.from({ length: 5 }, () => list.refresh(session, A));
    present("new");
    answer();
    await Promise.all([first, ...others]);
    expect(list.store.get(A)?.name).toBe("new");
    expect(daemon.asked).toEqual([PATH, PATH]);
  });
});
