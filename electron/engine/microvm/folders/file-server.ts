import { findProgram } from "../find-program.ts";
import { runTool } from "../run-tool.ts";

/** A folder of the host as one machine is given it. */
export interface SharedFolder {
  /** What the guest mounts it by. */
  readonly tag: string;
  /** Its real path on the host: no link in it. */
  readonly source: string;
  /** Where the container sees it. */
  readonly target: string;
  readonly readOnly: boolean;
}

/** The host's virtiofsd, of which each shared folder of each machine has one. */
export interface FileServer {
  readonly program: string;
  readonly version: string;
  /** `qemu` came with QEMU up to 7.2; `rust` has taken its place and names its options otherwise. */
  readonly flavour: "qemu" | "rust";
}

/** Distributions keep it out of the search path. The last is Debian 12's. */
const PLACES = ["/usr/libexec/virtiofsd", "/usr/lib/virtiofsd", "/usr/lib/qemu/virtiofsd"];

/** Null where none is installed. */
export async function findFileServer(signal: AbortSignal): Promise<FileServer | null> {
  for (const place of ["virtiofsd", ...PLACES]) {
    const program = await findProgram(place, place.startsWith("/") ? "/" : undefined);
    if (program) return { program, ...told(await runTool([program, "--version"], { signal })) };
  }
  return null;
}

/** "virtiofsd version 7.2.22 (Debian …)" is QEMU's, "virtiofsd 1.10.1" or "virtiofsd backend 1.4.0" its successor. */
export function told(output: string): Pick<FileServer, "version" | "flavour"> {
  const [, word, version = "unknown"] = /virtiofsd (version |backend )?(\S+)/.exec(output) ?? [];
  return { version, flavour: word === "version " ? "qemu" : "rust" };
}

/** What root's server may not do although it could; to act as the guest's users it needs most of the rest. */
const WRITER_LOSES = ["mknod", "setfcap"];
const READER_LOSES = [...WRITER_LOSES, "chown", "fowner", "fsetid", "setgid", "setuid"];

/** Its command line: it listens on the inherited descriptor `fd` and locks itself into the folder. */
export function fileServerArgs(
  { program, flavour }: FileServer,
  { source, readOnly }: Pick<SharedFolder, "source" | "readOnly">,
  fd: number,
): readonly string[] {
  const lost = (readOnly ? READER_LOSES : WRITER_LOSES).map((name) => `-${name}`).join(":");
  const common = [program, `--fd=${fd}`, "--rlimit-nofile=0"];
  if (flavour === "rust") {
    const options = ["--sandbox=namespace", "--cache=auto", "--announce-submounts", `--modcaps=${lost}`];
    return [...common, `--shared-dir=${source}`, ...options];
  }
  const options = `sandbox=namespace,cache=auto,announce_submounts,modcaps=${lost}`;
  return [...common, "-f", "-o", `source=${escaped(source)}`, "-o", options];
}

/** A comma would end the option. */
const escaped = (path: string): string => path.replaceAll(/[\\,]/g, (character) => `\\${character}`);
