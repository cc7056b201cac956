import { z } from "zod";
import { Image } from "../../../contract/container.ts";
import { advise } from "../../../model/advisor/advise.ts";
import { advisedHost } from "../../../model/advisor/advised-host.ts";
import { advisedImage } from "../../../model/advisor/advised-image.ts";
import { formatBytes } from "../../../model/format.ts";
import { shortId } from "../container-words.ts";
import { EXIT } from "../exit-codes.ts";
import { exportImage, importImage, removeImages } from "../image-work.ts";
import { notUnderstood } from "../options.ts";
import { checkEngine, engineTroubles, settledEngines } from "../session/engines.ts";
import { listImages } from "../session/images.ts";
import { type Column, table } from "../table.ts";
import { defineVerb, type VerbContext } from "../verb.ts";

const Verdict = z.enum(["runs", "unsupported-for-production", "fails", "unknown"]);

const ImagesOutput = z.union([
  /** Without a further word. */
  z.object({ images: z.array(Image.extend({ process: Verdict, hyperv: Verdict })) }),
  z.object({ imported: z.array(z.string()) }),
  z.object({ exported: z.string(), bytes: z.number().int() }),
  z.object({ removed: z.array(z.string()) }),
]);

export const images = defineVerb({
  name: "images",
  summary: "list images and whether each runs under either isolation; import, export or remove them",
  words: {
    usage: "[import FILE | export IMAGE | rm IMAGE…]",
    least: 0,
    most: Number.POSITIVE_INFINITY,
    completes: "image",
  },
  options: {
    engine: {
      type: "string",
      value: "ID",
      says: "of this engine; of an import, into it",
      completes: "engine",
    },
    ref: { type: "string", value: "NAME:TAG", says: "of an import: what a root filesystem shall be called" },
    output: {
      type: "string",
      short: "o",
      value: "FILE",
      says: "of an export: the file; - is standard output",
      completes: "file",
    },
  },
  details: [
    "An import takes an archive of images (docker save) or a root filesystem, plain or gzip.",
    '"isoscope advise IMAGE" says why one does not run.',
  ],
  examples: [
    "isoscope images",
    "isoscope images import rootfs.tar.gz --ref mine:1",
    "isoscope images export debian:12 -o debian.tar",
    "isoscope images rm mine:1",
  ],
  output: ImagesOutput,
  run: async ({ values, words: [what, ...names] }, context) => {
    const engines = await settledEngines(context);
    checkEngine(engines, values.engine);
    const [first, ...more] = names;
    switch (what) {
      case undefined:
        return list(values.engine, context);
      case "import":
        if (first === undefined || more.length > 0) throw notUnderstood("images import needs one FILE.");
        return importImage(first, { engine: values.engine ?? null, ref: values.ref ?? null }, context);
      case "export":
        if (first === undefined || more.length > 0) throw notUnderstood("images export needs one IMAGE.");
        return exportImage(first, values, context);
      case "rm":
        if (first === undefined) throw notUnderstood("images rm needs an IMAGE.");
        return removeImages(names, values.engine, context);
      default:
        throw notUnderstood(`images does not know "${what}": import, export or rm.`);
    }
  },
});

const COLUMNS: readonly Column[] = [
  { title: "IMAGE", cuts: true },
  { title: "SIZE", align: "right" },
  { title: "SYSTEM" },
  { title: "PROCESS" },
  { title: "HYPER-V" },
  { title: "ENGINE" },
  { title: "ID" },
];

async function list(engine: string | undefined, context: VerbContext): Promise<number> {
  const engines = await settledEngines(context);
  const info = await (await context.session()).client.call("host.info", {});
  const here = advisedHost(info, engines);
  const all = (await listImages(context)).filter((image) => engine === undefined || image.engine === engine);
  const judged = all.map((image) => {
    const { process, hyperv } = advise(here, advisedImage(image));
    return { ...image, process: process.verdict, hyperv: hyperv.verdict };
  });
  if (context.json) {
    context.out(JSON.stringify({ images: judged } satisfies z.output<typeof ImagesOutput>));
    return EXIT.done;
  }
  const rows = judged.map((image) => [
    image.refs[0] ?? "<none>",
    formatBytes(image.sizeBytes),
    [image.os, image.osVersion, image.architecture].filter((word) => word).join(" "),
    SHORT[image.process],
    SHORT[image.hyperv],
    image.engine,
    shortId(image.id.replace(/^sha256:/, "")),
  ]);
  const words = [info.words.process, info.words.hyperv].map((word) => word.toUpperCase());
  const columns = COLUMNS.map((column) =>
    column.title === "PROCESS" || column.title === "HYPER-V"
      ? { title: words[column.title === "PROCESS" ? 0 : 1] ?? column.title }
      : column,
  );
  for (const line of table(columns, rows, context.terminal.out.columns)) context.out(line);
  for (const trouble of engineTroubles(engines)) context.log(trouble);
  return EXIT.done;
}

const SHORT: Readonly<Record<z.output<typeof Verdict>, string>> = {
  runs: "runs",
  "unsupported-for-production": "for testing",
  fails: "fails",
  unknown: "not known",
};
