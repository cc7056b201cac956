import { settlesWithin } from "../../deadline.ts";
import type { Clock } from "../../engine.ts";
import type { QemuExit, QemuProcess, ServedFolder } from "../qemu-process.ts";

/** A machine that goes down closes its connections a moment before it is gone. */
const GOING_DOWN_MS = 2000;

/** Resolves when they are all gone. */
export async function endServers(folders: readonly ServedFolder[]): Promise<void> {
  for (const { server } of folders) server.kill();
  await Promise.all(folders.map(({ server }) => server.ended));
}

/**
 * A machine together with the servers of its folders: it has ended when they have, too. A server that ends alone takes
 * the machine with it, since its commands would wait for their files for ever; the log says so.
 */
export function withFolderServers(
  qemu: QemuProcess,
  folders: readonly ServedFolder[],
  clock: Clock,
): QemuProcess {
  if (folders.length === 0) return qemu;
  for (const { tag, server } of folders) {
    void server.ended.then(async () => {
      if (await settlesWithin(clock, GOING_DOWN_MS, qemu.ended)) return;
      qemu.log.push(`The file server of ${tag} has ended\n`);
      qemu.kill();
    });
  }
  const fileServers = () =>
    folders.flatMap(({ source, server }) => server.processes().map((process) => ({ ...process, source })));
  return { ...members(qemu), ended: endedTogether(qemu, folders), fileServers };
}

async function endedTogether(qemu: QemuProcess, folders: readonly ServedFolder[]): Promise<QemuExit> {
  const exit = await qemu.ended;
  await endServers(folders);
  return exit;
}

/** Named one by one, since a machine may be an object of a class. */
const members = (qemu: QemuProcess): Omit<QemuProcess, "ended" | "fileServers"> => ({
  identity: qemu.identity,
  argv: qemu.argv,
  agent: qemu.agent,
  qmp: qemu.qmp,
  log: qemu.log,
  kill: () => qemu.kill(),
});
