import { z } from "zod";

/** Daemons write null, leave out, or write an empty value for the same thing. Unknown fields pass. */
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const texts = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
const count = z
  .number()
  .int()
  .nullish()
  .transform((value) => value ?? 0);
const labels = z
  .record(z.string(), z.string())
  .nullish()
  .transform((value) => value ?? {});

export const VersionAnswer = z.looseObject({
  Version: text,
  Components: z
    .array(z.looseObject({ Name: text }))
    .nullish()
    .transform((value) => value ?? []),
});

/** One entry of `/info` Runtimes: `path`, or on newer daemons `runtimeType`. */
export const RuntimeEntry = z.looseObject({ path: text, runtimeType: text });
export type RuntimeEntry = z.output<typeof RuntimeEntry>;

export const InfoAnswer = z.looseObject({
  OSType: text,
  KernelVersion: text,
  OperatingSystem: text,
  OSVersion: text,
  ServerVersion: text,
  Isolation: text,
  DefaultRuntime: text,
  Runtimes: z
    .record(z.string(), RuntimeEntry)
    .nullish()
    .transform((value) => value ?? {}),
});
export type InfoAnswer = z.output<typeof InfoAnswer>;

export const NetworkList = z.array(z.looseObject({ Name: text }));

export const ContainerListAnswer = z.array(z.looseObject({ Id: z.string(), Created: count, Labels: labels }));

const Binding = z.looseObject({ HostIp: text, HostPort: text });

/** `GET /containers/ID/json`: what of it Isoscope uses. */
export const ContainerInspect = z.looseObject({
  Id: z.string(),
  Name: text,
  Created: text,
  Path: text,
  Args: texts,
  Image: text,
  State: z.looseObject({
    Status: text,
    OOMKilled: flag,
    Pid: count,
    ExitCode: count,
    Error: text,
    StartedAt: text,
    FinishedAt: text,
  }),
  HostConfig: z.looseObject({ Runtime: text, Isolation: text }),
  Config: z.looseObject({ Image: text, Tty: flag, OpenStdin: flag, Labels: labels }),
  NetworkSettings: z
    .looseObject({
      Ports: z
        .record(z.string(), z.array(Binding).nullish())
        .nullish()
        .transform((value) => value ?? {}),
    })
    .nullish(),
});
export type ContainerInspect = z.output<typeof ContainerInspect>;

/** podman's own inspect names the OCI runtime, which its Docker-compatible one calls "oci". */
export const LibpodInspect = z.looseObject({ OCIRuntime: text });

export const CreateAnswer = z.looseObject({ Id: z.string() });
export const ExecAnswer = z.looseObject({ Running: flag, ExitCode: z.number().int().nullish() });

export const TopAnswer = z.looseObject({
  Titles: z.array(z.string()),
  Processes: z.array(z.array(z.string())).nullish(),
});
export type TopAnswer = z.output<typeof TopAnswer>;

export const ImageListAnswer = z.array(z.looseObject({ Id: z.string(), RepoTags: texts }));

const ImageRunConfig = z.looseObject({
  Entrypoint: texts,
  Cmd: texts,
  Env: texts,
  WorkingDir: text,
  User: text,
});

export const ImageInspect = z.looseObject({
  Id: z.string(),
  RepoTags: texts,
  Created: text,
  Size: z.number().nullish(),
  Os: text,
  Architecture: text,
  OsVersion: text,
  GraphDriver: z.looseObject({ Name: text, Data: z.looseObject({ dir: text }).catch({ dir: "" }) }).nullish(),
  RootFS: z.looseObject({ Layers: z.array(z.string()).nullish() }).nullish(),
  Config: ImageRunConfig.nullish().transform((value) => value ?? ImageRunConfig.parse({})),
});
export type ImageInspect = z.output<typeof ImageInspect>;

/** One line of a long answer (import, load): progress, the result, or an error, which may come with HTTP 200. */
export const ProgressLine = z.looseObject({
  status: text,
  /** Of a layer. */
  id: text,
  /** Lines for people, e.g. "Loaded image: name:tag". */
  stream: text,
  progressDetail: z
    .looseObject({ current: z.number().nullish(), total: z.number().nullish() })
    .nullish()
    .transform((detail) => ({ current: detail?.current ?? null, total: detail?.total ?? null })),
  error: text,
  errorDetail: z.looseObject({ message: text }).nullish(),
});
export type ProgressLine = z.output<typeof ProgressLine>;
