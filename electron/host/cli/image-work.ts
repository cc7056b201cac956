import { open } from "node:fs/promises";
import { basename } from "node:path";
import type { Image } from "../../contract/container.ts";
import { IsoscopeFailure } from "../../contract/failure.ts";
import { formatBytes } from "../../model/format.ts";
import { EXIT } from "./exit-codes.ts";
import { notUnderstood } from "./options.ts";
import { ProgressLine } from "./progress-line.ts";
import { listImages } from "./session/images.ts";
import { receive } from "./session/receive.ts";
import { saveChunks, type Take } from "./session/save-chunks.ts";
import { uploadImage } from "./session/upload-image.ts";
import type { VerbContext } from "./verb.ts";

interface ImportHow {
  readonly engine: string | null;
  readonly ref: string | null;
}

/** Sends a file of this machine to the host, and prints the names of what it brought. */
export async function importImage(
  path: string,
  { engine, ref }: ImportHow,
  context: VerbContext,
): Promise<number> {
  const file = await open(path, "r").catch((cause: unknown) => {
    throw new IsoscopeFailure({ code: "not-found", what: "file", name: path }, { cause });
  });
  const progress = new ProgressLine(context.terminal.err);
  try {
    const { size } = await file.stat();
    const image = { file, name: basename(path), size, engine, reference: ref };
    const names = await uploadImage(image, context, (bytes) =>
      progress.show("Importing", `${formatBytes(bytes)} of ${formatBytes(size)}`),
    );
    progress.clear();
    if (context.json) context.out(JSON.stringify({ imported: names }));
    else for (const name of names) context.out(name);
    return EXIT.done;
  } finally {
    progress.clear();
    await file.close();
  }
}

/** Writes an archive of one image to a file, or to standard output, which must not be a terminal. */
export async function exportImage(
  given: string,
  { output, engine }: { readonly output?: string | undefined; readonly engine?: string | undefined },
  context: VerbContext,
): Promise<number> {
  const { terminal, json } = context;
  if (output === undefined)
    throw notUnderstood("images export needs --output FILE, or - for standard output.");
  if (output === "-" && (json || terminal.out.isTerminal)) {
    throw notUnderstood("an archive does not go to a terminal, nor between JSON.", "--output");
  }
  const image = pickImage(await listImages(context), given, engine);
  const progress = new ProgressLine(terminal.err);
  let bytes = 0;
  const counted =
    (take: Take): Take =>
    async (part) => {
      await take(part);
      bytes += part.length;
      progress.show("Exporting", formatBytes(bytes));
    };
  const from = { name: "images.export", key: image.key } as const;
  const fill = (take: Take) => receive(from, context, counted(take));
  try {
    if (output === "-") await fill((part) => terminal.out.write(part));
    else await saveChunks(output, fill);
  } finally {
    progress.clear();
  }
  if (json) context.out(JSON.stringify({ exported: output, bytes }));
  else context.log(`${output}: ${formatBytes(bytes)}`);
  return EXIT.done;
}

/** Removes each with all its references, in turn; the first that cannot be ends it. */
export async function removeImages(
  names: readonly string[],
  engine: string | undefined,
  context: VerbContext,
): Promise<number> {
  const { client } = await context.session();
  const all = await listImages(context);
  const removed: string[] = [];
  for (const name of names) {
    await client.call("images.remove", { key: pickImage(all, name, engine).key });
    removed.push(name);
    if (!context.json) context.out(name);
  }
  if (context.json) context.out(JSON.stringify({ removed }));
  return EXIT.done;
}

/**
 * The image that is meant by a reference (without a tag: latest), a key, an id or its beginning. Throws `not-found`, or
 * `conflict` with the candidates.
 */
export function pickImage(all: readonly Image[], given: string, engine?: string): Image {
  const images = all.filter((image) => engine === undefined || image.engine === engine);
  const whole = images.filter(
    ({ key, id, refs }) =>
      key === given || id === given || refs.includes(given) || refs.includes(`${given}:latest`),
  );
  const begins = ({ id }: Image) => given.length >= 4 && id.replace(/^sha256:/, "").startsWith(given);
  const fits = whole.length > 0 ? whole : images.filter(begins);
  const [one, ...others] = fits;
  if (!one) throw new IsoscopeFailure({ code: "not-found", what: "image", name: given });
  if (others.length === 0) return one;
  const message = `"${given}" is not one image but ${fits.length}: ${fits.map(({ key }) => key).join(", ")}`;
  throw new IsoscopeFailure({
    code: "conflict",
    message,
    fix: "Give its key, or name the engine with --engine.",
  });
}
