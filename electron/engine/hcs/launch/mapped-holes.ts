import { realpath, stat } from "node:fs/promises";
import type { LaunchHole } from "../../../contract/hole.ts";
import { fail } from "../../failures.ts";
import { requireWordsOf } from "../../hole-words.ts";

/** What of the host a container sees, in the words of both schemas. */
export interface MappedHoles {
  readonly directories: readonly {
    readonly HostPath: string;
    readonly ContainerPath: string;
    readonly ReadOnly: boolean;
  }[];
  readonly pipes: readonly { readonly HostPath: string; readonly ContainerPipeName: string }[];
}

/** Rejects with `invalid` at the field that HCS would stumble over. What HCS has no document for must have been refused. */
export async function mappedHoles(holes: readonly LaunchHole[]): Promise<MappedHoles> {
  requireWordsOf("windows", holes);
  const indexed = holes.map((hole, index) => ({ hole, index }));
  const directories = indexed.map(async ({ hole, index }) =>
    hole.kind === "folder"
      ? [{ HostPath: await folder(hole.source, index), ContainerPath: hole.target, ReadOnly: hole.readOnly }]
      : [],
  );
  const pipes = indexed.flatMap(({ hole, index }) =>
    hole.kind === "pipe"
      ? [{ HostPath: hole.source, ContainerPipeName: pipeName(hole.target, index, "target") }]
      : [],
  );
  for (const { hole, index } of indexed) if (hole.kind === "pipe") pipeName(hole.source, index, "source");
  return { directories: (await Promise.all(directories)).flat(), pipes };
}

const invalid = (index: number, field: string, message: string) =>
  fail({ code: "invalid", field: `holes.${index}.${field}`, message });

/** Through links: HCS opens a link itself instead of what it leads to (hcsshim). */
async function folder(path: string, index: number): Promise<string> {
  const real = await realpath(path).catch(() => {
    throw invalid(index, "source", "it does not exist on the host");
  });
  if ((await stat(real)).isDirectory()) return real;
  throw invalid(index, "source", "this is no folder");
}

/** What stands behind `\\.\pipe\`: in a container HCS puts that before it. */
function pipeName(path: string, index: number, field: "source" | "target"): string {
  const [, name] = /^[\\/]{2}\.[\\/]pipe[\\/](.+)$/i.exec(path) ?? [];
  if (name === undefined) throw invalid(index, field, "a named pipe: \\\\.\\pipe\\name");
  return name;
}
