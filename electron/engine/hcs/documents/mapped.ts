import { z } from "zod";

/** The same in both schemas: what of the host a container sees. */
export const Mapped = {
  MappedDirectories: z
    .array(
      z.strictObject({
        HostPath: z.string().min(1),
        ContainerPath: z.string().min(1),
        ReadOnly: z.boolean(),
      }),
    )
    .min(1)
    .readonly()
    .optional(),
  MappedPipes: z
    .array(
      z.strictObject({
        HostPath: z.string().min(1),
        /** Without the `\\.\pipe\` before it. */
        ContainerPipeName: z.string().min(1),
      }),
    )
    .min(1)
    .readonly()
    .optional(),
};
