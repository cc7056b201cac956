import { z } from "zod";

/** Sent to HcsCreateProcess. */
export const ProcessParameters = z.strictObject({
  /** One string, quoted by Windows' argv rules. */
  CommandLine: z.string().min(1),
  /** Left out: the image's default user. */
  User: z.string().min(1).optional(),
  WorkingDirectory: z.string().min(1).optional(),
  Environment: z.record(z.string(), z.string()),
  /** A pseudo console: then there is no separate stderr. */
  EmulateConsole: z.boolean(),
  CreateStdInPipe: z.boolean(),
  CreateStdOutPipe: z.boolean(),
  CreateStdErrPipe: z.boolean(),
  /** Height, then width, in characters. */
  ConsoleSize: z.tuple([z.number().int().positive(), z.number().int().positive()]).optional(),
});
export type ProcessParameters = z.output<typeof ProcessParameters>;
