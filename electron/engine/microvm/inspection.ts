import type { Entry } from "./registry.ts";

const MASK = "••••";

const masked = (env: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.keys(env).map((name) => [name, MASK]));

/** The engine's own description of a container. Values of environment variables are never in it. */
export function inspection({ container, spec, image }: Entry): Record<string, unknown> {
  const { facts, plan, argv, kernel } = container;
  const { memoryMiB, cpus, disk } = plan.machine;
  return {
    ...facts,
    spec: { ...spec, env: masked(spec.env) },
    image: { ...image, env: masked(image.env) },
    machine: { memoryMiB, cpus, rootDisk: disk },
    command: plan.command.argv,
    qemu: argv,
    kernel,
  };
}
