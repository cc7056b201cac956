import { z } from "zod";
import { holeContradiction } from "./hole-contradiction.ts";

const noNul = (text: string) => !/\p{Cc}/u.test(text);

/** A path on the host or in the container, in the words of the system it lies on. Absolute: no engine guesses a folder. */
export const AbsolutePath = z
  .string()
  .max(4096, "at most 4096 characters")
  .regex(/^(?:\/|[A-Za-z]:[\\/]|\\\\)/, "a whole path: /srv/data, or C:\\data")
  .refine(noNul, "no control characters");

const PortNumber = z.number().int().min(1, "1 to 65535").max(65_535, "1 to 65535");

/** A folder of the host, seen in the container. */
export const FolderHole = z.object({
  kind: z.literal("folder"),
  /** On the host; it has to be there already. */
  source: AbsolutePath,
  target: AbsolutePath,
  readOnly: z.boolean(),
});

/** A named pipe of the host (Windows) or a Unix socket (Linux), seen in the container. */
export const PipeHole = z.object({ kind: z.literal("pipe"), source: AbsolutePath, target: AbsolutePath });

/** A port of the container, published on the host. */
export const PortHole = z.object({
  kind: z.literal("port"),
  /** The host's address that listens; every one when absent. */
  hostIp: z.union([z.ipv4(), z.ipv6()]).optional(),
  /** Absent: the engine takes a free one. */
  hostPort: PortNumber.optional(),
  containerPort: PortNumber,
  protocol: z.enum(["tcp", "udp"]).default("tcp"),
});

/** The network it is put into instead of the engine's own: one with a name, or that of another container. */
export const NetworkHole = z.object({
  kind: z.literal("network"),
  of: z.enum(["network", "container"]),
  /** The network's name (`none` and `host` are the engine's), or the container's name or id. */
  name: z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}$/, "a name of letters, digits, _ . -"),
});

/** A device of the host: `/dev/ttyS0` on Linux, `class/{interface class GUID}` on Windows. */
export const DeviceHole = z.object({
  kind: z.literal("device"),
  device: z
    .string()
    .regex(
      /^(?:\/dev\/[^\s:]{1,200}|class\/\{?[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}?)$/,
      "/dev/…, or class/ and a GUID",
    ),
});

/** Something opened in the boundary on purpose when a container is launched. */
export const LaunchHole = z.discriminatedUnion("kind", [
  FolderHole,
  PipeHole,
  PortHole,
  NetworkHole,
  DeviceHole,
]);
export type LaunchHole = z.output<typeof LaunchHole>;

/** The holes of one launch; those that contradict each other are refused at the later one. */
export const LaunchHoles = z
  .array(LaunchHole)
  .max(100, "at most 100 holes")
  .superRefine((holes, context) => {
    const found = holeContradiction(holes);
    if (!found) return;
    const path = found.field === null ? [found.index] : [found.index, found.field];
    context.addIssue({ code: "custom", path, message: found.message });
  });
