import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

/** Where the app keeps things. All are made on demand, readable by this user only unless an engine needs otherwise. */
export interface Paths {
  /** What must survive: a managed engine's images and containers, window state. */
  readonly state: string;
  /** What can be made again: kernels, root disks. */
  readonly cache: string;
  /** Sockets and PID files of this run. Short, because a Unix socket's path holds at most 107 bytes. */
  readonly run: string;
}

export interface PathFacts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly uid: number | null;
  readonly home: string;
  readonly tmp: string;
}

/**
 * `ISOSCOPE_HOME` puts everything below one folder, which is how two instances live side by side; `ISOSCOPE_CACHE`
 * lets them share what can be made again.
 */
export function choosePaths({ env, uid, home, tmp }: PathFacts): Paths {
  const all = env.ISOSCOPE_HOME;
  if (all) {
    return {
      state: join(all, "state"),
      cache: env.ISOSCOPE_CACHE ?? join(all, "cache"),
      run: join(all, "run"),
    };
  }
  if (uid === 0) return { state: "/var/lib/isoscope", cache: "/var/cache/isoscope", run: "/run/isoscope" };
  const local = env.LOCALAPPDATA;
  if (local)
    return {
      state: join(local, "Isoscope"),
      cache: join(local, "Isoscope", "cache"),
      run: join(local, "Isoscope", "run"),
    };
  return {
    state: join(env.XDG_STATE_HOME ?? join(home, ".local", "state"), "isoscope"),
    cache: join(env.XDG_CACHE_HOME ?? join(home, ".cache"), "isoscope"),
    run: env.XDG_RUNTIME_DIR ? join(env.XDG_RUNTIME_DIR, "isoscope") : join(tmp, `isoscope-${uid ?? "user"}`),
  };
}

export function systemPaths(): Paths {
  const uid = process.getuid?.() ?? null;
  return choosePaths({ env: process.env, uid, home: homedir(), tmp: tmpdir() });
}
