import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ManualClock, settled } from "../manual-clock.ts";
import { AgentClient, type GuestCommand, type GuestOutput } from "./agent-client.ts";
import { duplexPair } from "./fixtures/duplex-pair.ts";
import { FakeQemu } from "./fixtures/fake-qemu.ts";

const COMMAND: GuestCommand = {
  ...{ argv: ["sh"], env: [], cwd: "/", user: "", tty: false, main: true, rows: 24, columns: 80 },
};

function open() {
  const qemu = new FakeQemu();
  const clock = new ManualClock();
  return { qemu, clock, agent: new AgentClient(qemu.agent, clock) };
}

const quiet = { output: () => {}, exit: () => {} };

describe("AgentClient", () => {
  it("hears a command from its first byte, even when that comes with the answer", async () => {
    const [end, guest] = duplexPair();
    const agent = new AgentClient(end, new ManualClock());
    const heard: string[] = [];
    const sink = {
      output: ({ data }: GuestOutput) => void heard.push(data),
      exit: () => void heard.push("exit"),
    };
    const running = agent.exec(COMMAND, sink);
    const output = '{"event":"output","job":1,"source":"stdout","data":"aGk="}';
    guest.write(
      `{"id":1,"ok":true,"job":1,"pid":1}\n${output}\n{"event":"exit","job":1,"code":0,"signal":null}\n`,
    );
    await expect(running).resolves.toEqual({ job: 1, pid: 1 });
    expect(heard).toEqual(["aGk=", "exit"]);
  });

  it("pairs answers with requests when they come in another order", async () => {
    const [end, guest] = duplexPair();
    const agent = new AgentClient(end, new ManualClock());
    const order: string[] = [];
    const first = agent.ping().then(() => order.push("first"));
    const second = agent.ping().then(() => order.push("second"));
    guest.write('{"id":2,"ok":true}\n{"id":1,"ok":true}\n');
    await Promise.all([first, second]);
    expect(order).toEqual(["second", "first"]);
  });

  it("tells what the guest refused, and where", async () => {
    const { qemu, agent } = open();
    qemu.answers.set("exec", () => null);
    const running = agent.exec(COMMAND, quiet);
    await settled();
    const { id } = qemu.requests("exec")[0] ?? {};
    qemu.say({ id, ok: false, code: "start", message: "No such file or directory", stage: "exec", errno: 2 });
    await expect(running).rejects.toMatchObject({ refusal: { stage: "exec", errno: 2 } });
  });

  it("gives up on an answer that does not come", async () => {
    const { qemu, clock, agent } = open();
    qemu.answers.set("ping", () => null);
    const ping = expect(agent.ping()).rejects.toMatchObject({ error: { code: "timeout" } });
    await clock.advance(30_000);
    await ping;
  });

  it("refuses an answer of the wrong shape", async () => {
    const { qemu, agent } = open();
    qemu.answers.set("ps", () => ({ processes: [{ pid: "one" }] }));
    await expect(agent.processes()).rejects.toMatchObject({ error: { code: "internal" } });
  });

  it("rejects what is open when the machine ends, and what comes later at once", async () => {
    const { qemu, agent } = open();
    qemu.answers.set("ping", () => null);
    const ping = agent.ping();
    qemu.kill();
    await expect(ping).rejects.toMatchObject({ error: { code: "disconnected" } });
    await expect(agent.ping()).rejects.toMatchObject({ error: { code: "disconnected" } });
  });

  it("refuses a request longer than the guest would take, without sending it", async () => {
    const { qemu, agent } = open();
    const long = { ...COMMAND, argv: ["x".repeat(2 * 1024 * 1024)] };
    await expect(agent.exec(long, quiet)).rejects.toMatchObject({ error: { code: "invalid" } });
    expect(qemu.asked).toEqual([]);
  });

  it("stays usable whatever bytes the guest sends", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 20 }), async (noise) => {
        const [end, guest] = duplexPair();
        const agent = new AgentClient(end, new ManualClock());
        for (const bytes of noise) guest.write(bytes);
        guest.write("\n");
        const ping = agent.ping();
        guest.write('{"id":1,"ok":true}\n');
        await ping;
      }),
    );
  });
});
