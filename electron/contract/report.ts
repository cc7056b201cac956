import { z } from "zod";
import { Comparison } from "./compare.ts";
import { Container } from "./container.ts";
import { Isolation } from "./engine.ts";
import { Scope } from "./scope.ts";

/** Raised when a reader of the file has to know. */
export const REPORT_VERSION = 1;

const Mark = z.enum(["main", "linked"]).nullable();

/** What a section says, in words: the same in every format. */
export const ReportSection = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("facts"),
    title: z.string(),
    facts: z.array(z.object({ name: z.string(), value: z.string(), note: z.string() })),
  }),
  z.object({
    kind: z.literal("table"),
    title: z.string(),
    /** What it was read with, or what there is to say of it; "" for nothing. */
    caption: z.string(),
    columns: z.array(z.object({ title: z.string(), numeric: z.boolean() })),
    /** As many cells as there are columns. `main` is the container's own command. */
    rows: z.array(z.object({ cells: z.array(z.string()), mark: Mark })),
  }),
  z.object({ kind: z.literal("text"), title: z.string(), lines: z.array(z.string()) }),
  z.object({
    kind: z.literal("commands"),
    title: z.string(),
    /** What to type, and what it prints if the report is true. */
    commands: z.array(z.object({ command: z.string(), shows: z.string() })),
  }),
]);
export type ReportSection = z.output<typeof ReportSection>;

const PictureRow = z.object({ pid: z.string(), name: z.string(), mark: Mark });
const PictureSide = z.object({
  title: z.string(),
  source: z.string(),
  rows: z.array(PictureRow),
  /** How many rows there are besides. */
  more: z.number().int(),
});
const PictureKernel = z.object({ name: z.string(), release: z.string(), booted: z.string() });

/** Both sides of one container, as far as they are drawn. */
const ScopePicture = z.object({
  kind: z.literal("scope"),
  isolation: Isolation.nullable(),
  /** How the host's numbers are called. */
  pidWord: z.string(),
  inside: PictureSide,
  host: PictureSide,
  /** Places of the linked rows on either side, of those that are drawn. */
  links: z.array(z.object({ inside: z.number().int(), host: z.number().int(), proven: z.boolean() })),
  /** What the wall hides: how many processes the host has no row of. Null under process isolation. */
  hidden: z.number().int().nullable(),
  kernels: z.object({
    verdict: z.enum(["shared", "separate", "unknown"]),
    inside: PictureKernel,
    host: PictureKernel,
  }),
  /** What carries the VM; null under process isolation. */
  hypervisor: z.string().nullable(),
});
export type ScopePicture = z.output<typeof ScopePicture>;

/** Two launches on one axis. Times are ms since each began. */
const ComparePicture = z.object({
  kind: z.literal("compare"),
  endMs: z.number(),
  lanes: z.array(
    z.object({
      isolation: Isolation,
      word: z.string(),
      phases: z.array(z.object({ name: z.string(), fromMs: z.number(), toMs: z.number() })),
      firstMs: z.number().nullable(),
      sight: z.object({ ms: z.number(), words: z.string() }).nullable(),
      result: z.string(),
    }),
  ),
});
export type ComparePicture = z.output<typeof ComparePicture>;

/** A report to hand out. `data` is what it was made of, as the contract told it. */
export const ReportDocument = z.object({
  format: z.literal("isoscope-report"),
  version: z.literal(REPORT_VERSION),
  title: z.string(),
  /** What it comes to, a sentence each. */
  summary: z.array(z.string()),
  made: z.object({
    /** ms since the Unix epoch. */
    at: z.number(),
    appVersion: z.string(),
    hostName: z.string(),
    platform: z.string(),
    /** Minutes by which times in the words are ahead of UTC. */
    utcOffsetMinutes: z.number().int(),
    /** Null when it was made of this host as it was then; else the recording that was shown. */
    recording: z
      .object({
        title: z.string(),
        /** `built-in`: shipped with the app, made of published figures; its dates are not those of a recording. */
        origin: z.enum(["built-in", "file"]),
        note: z.string().nullable(),
        recordedAt: z.number(),
        positionMs: z.number(),
      })
      .nullable(),
  }),
  picture: z.discriminatedUnion("kind", [ScopePicture, ComparePicture]).nullable(),
  sections: z.array(ReportSection),
  data: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("scope"), container: Container, scope: Scope }),
    z.object({ kind: z.literal("compare"), comparison: Comparison }),
  ]),
});
export type ReportDocument = z.output<typeof ReportDocument>;
