import { mkdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import path from "node:path";

/** What a second instance tells the first: how it was started. */
export interface SecondInstance {
  readonly argv: readonly string[];
  readonly cwd: string;
}

/**
 * The single-instance lock of one user-data folder, real across processes: a link that names the holder's PID, and a
 * socket on which the holder hears of others. The lock of a process that has gone is taken over.
 */
export class InstanceLock {
  readonly #folder: string;
  #server: Server | null = null;
  /** Settles once the holder has been told of us; at once when we hold the lock or have not asked for it. */
  told: Promise<void> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether this process now holds the lock. If not, the holder is told. */
  acquire(onSecond: (second: SecondInstance) => void): boolean {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    if (this.#link() || (this.#holderHasGone() && this.#link())) {
      this.#listen(onSecond);
      return true;
    }
    this.told = tell(this.#socket);
    return false;
  }

  release(): void {
    if (!this.#server) return;
    this.#server.close();
    rmSync(this.#lock, { force: true });
  }

  get #lock(): string {
    return path.join(this.#folder, "instance");
  }

  get #socket(): string {
    return path.join(this.#folder, "second");
  }

  #link(): boolean {
    try {
      symlinkSync(String(process.pid), this.#lock);
      return true;
    } catch {
      return false;
    }
  }

  #holderHasGone(): boolean {
    try {
      process.kill(Number(readlinkSync(this.#lock)), 0);
      return false;
    } catch {
      rmSync(this.#lock, { force: true });
      return true;
    }
  }

  #listen(onSecond: (second: SecondInstance) => void): void {
    rmSync(this.#socket, { force: true });
    this.#server = createServer((socket) => {
      let text = "";
      socket.setEncoding("utf8");
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("end", () => onSecond(JSON.parse(text)));
    }).listen(this.#socket);
  }
}

function tell(socket: string): Promise<void> {
  const second: SecondInstance = { argv: process.argv, cwd: process.cwd() };
  return new Promise((resolve) => {
    const client = connect(socket, () => client.end(JSON.stringify(second)));
    client.on("error", (error) => console.error(`The first instance was not told: ${error.message}`));
    client.on("close", () => resolve());
  });
}
