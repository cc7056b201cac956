import { z } from "zod";
import { ContainerKey } from "./container.ts";
import { EngineId, Isolation } from "./engine.ts";
import { IsoscopeError } from "./errors.ts";
import { LaunchHoles } from "./hole.ts";
import { Transfer } from "./transfer.ts";

/** Longest text a form field may carry; longer input is refused by name, not cut. */
const text = (max: number) => z.string().max(max, `at most ${max} characters`);
const noNul = (s: string) => !s.includes("\0");

/** A reference, or on Windows the path of a folder of layers, which may hold any character but control characters. */
export const ImageRef = text(400)
  .min(1, "an image is needed")
  .regex(
    /^(?:[A-Za-z0-9][A-Za-z0-9._\-/:@]*|(?:[A-Za-z]:[\\/]|\\\\)\P{Cc}*)$/u,
    "letters, digits, and . _ - / : @ only",
  );

export const ContainerName = text(128).regex(
  /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/,
  "at least two characters: letters, digits, _ . -, starting with a letter or digit",
);

/** What to launch. `isolation: "default"` leaves the choice to the engine and the answer is read back. */
export const LaunchSpec = z.object({
  image: ImageRef,
  /** Program and arguments; empty means the image's own command, and is refused when the image has none. */
  command: z
    .array(text(32_768).refine(noNul, "must not contain NUL"))
    .max(1_000, "at most 1000 arguments")
    .default([]),
  isolation: z.union([Isolation, z.literal("default")]).default("default"),
  /** Prefer this engine; by default the first live engine that can do the isolation. */
  engine: EngineId.optional(),
  interactive: z.boolean().default(false),
  name: ContainerName.optional(),
  env: z
    .record(
      text(256).regex(/^[^=\0]+$/, "a variable name without ="),
      text(32_768).refine(noNul, "must not contain NUL"),
    )
    .default({}),
  /** Bytes. */
  memoryBytes: z
    .number()
    .int()
    .min(6 * 1024 * 1024, "at least 6 MiB")
    .optional(),
  cpus: z.number().positive().max(1024).optional(),
  /** What is opened in the boundary on purpose; an engine that cannot open one refuses the launch with the reason. */
  holes: LaunchHoles.default([]),
});
export type LaunchSpec = z.output<typeof LaunchSpec>;
export type LaunchSpecInput = z.input<typeof LaunchSpec>;

export const JobId = z.string().min(1).max(64);

/** Long work: it reports phases and ends once. Progress counts are bytes or steps, as `unit` says. */
export const Job = z.object({
  id: JobId,
  kind: z.enum(["launch", "import-image", "export-image", "fix"]),
  title: z.string(),
  state: z.enum(["running", "done", "failed", "cancelled"]),
  phase: z.string(),
  progress: z
    .object({ current: z.number(), total: z.number().nullable(), unit: z.enum(["bytes", "steps"]) })
    .nullable(),
  /** Only of work that brings images in. */
  transfer: Transfer.optional(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  /** The container a launch made, once it exists. */
  container: ContainerKey.nullable(),
  error: IsoscopeError.nullable(),
});
export type Job = z.output<typeof Job>;
