import { closeSync, openSync } from "node:fs";

/**
 * Opens files to be inherited by a child of another user: it may then read them by descriptor although it could not
 * walk to them. `close` is for this process's own copies, after the child was started.
 */
export function openForChild(paths: readonly string[]): { readonly fds: readonly number[]; close(): void } {
  const fds: number[] = [];
  const close = () => {
    for (const fd of fds.splice(0)) closeSync(fd);
  };
  try {
    for (const path of paths) fds.push(openSync(path, "r"));
  } catch (error) {
    close();
    throw error;
  }
  return { fds, close };
}

/** How a process names a file it inherited. */
export const inherited = (fd: number): string => `/proc/self/fd/${fd}`;
