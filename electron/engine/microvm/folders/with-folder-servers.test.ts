import { Socket } from "node:net";
import { expect, it } from "vitest";
import { ManualClock, settled } from "../../manual-clock.ts";
import { FakeQemu } from "../fixtures/fake-qemu.ts";
import { withFolderServers } from "./with-folder-servers.ts";

function fakeServer() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const identity = { pid: 1, start: "1" };
  const processes = () => [identity, { pid: 2, start: "2" }];
  const server = { identity, processes, socket: new Socket(), ended };
  return {
    tag: "folder0",
    source: "/srv/data",
    server: { ...server, handedOver: () => {}, kill: () => end() },
  };
}

it("has ended when its servers have, too", async () => {
  const qemu = new FakeQemu();
  const folder = fakeServer();
  const both = withFolderServers(qemu, [folder], new ManualClock());
  expect(both.fileServers()).toEqual([
    { pid: 1, start: "1", source: "/srv/data" },
    { pid: 2, start: "2", source: "/srv/data" },
  ]);
  qemu.die({ code: 0, signal: null });
  expect(await both.ended).toEqual({ code: 0, signal: null });
  await folder.server.ended;
});

it("is ended when a server ends alone, and its log says so", async () => {
  const qemu = new FakeQemu();
  const folder = fakeServer();
  const clock = new ManualClock();
  const both = withFolderServers(qemu, [folder], clock);
  folder.server.kill();
  await settled();
  await clock.advance(2000);
  expect(await both.ended).toEqual({ code: null, signal: "SIGKILL" });
  expect(both.log.toString()).toContain("file server of folder0");
});

it("is left to end by itself when it is going down", async () => {
  const qemu = new FakeQemu();
  const folder = fakeServer();
  const clock = new ManualClock();
  const both = withFolderServers(qemu, [folder], clock);
  folder.server.kill();
  await settled();
  qemu.die({ code: 0, signal: null });
  expect(await both.ended).toEqual({ code: 0, signal: null });
  expect(both.log.toString()).toBe("");
});
