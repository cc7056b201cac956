import { readdir, readFile, readlink } from "node:fs/promises";
import { createServer } from "node:net";
import type { DoctorFacts } from "../../model/doctor/facts.ts";

const LISTENS = "0A";

/** The socket that listens at a port of 127.0.0.1, from `/proc/net/tcp`; null when none does. */
export function listenerInode(text: string, port: number): string | null {
  const local = `0100007F:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const row = text
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .find((cells) => cells[1] === local && cells[3] === LISTENS);
  return row?.[9] ?? null;
}

/** Whether a port of 127.0.0.1 can be listened at, and else whether this very process does; null where that is not told. */
export async function readWebPort(port: number): Promise<DoctorFacts["webPort"]> {
  const free = await canListen(port);
  return { port, free, ours: free ? false : await isOurs(port).catch(() => null) };
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => {
      if ("code" in error && error.code === "EADDRINUSE") resolve(false);
      else reject(error);
    });
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}

async function isOurs(port: number): Promise<boolean | null> {
  const inode = listenerInode(await readFile("/proc/net/tcp", "utf8"), port);
  if (inode === null) return null;
  const files = await readdir("/proc/self/fd");
  const links = await Promise.all(files.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => "")));
  return links.includes(`socket:[${inode}]`);
}
