import type { Entry } from "./registry.ts";

const MASK = "••••";

type Environment = Readonly<Record<string, string>>;

const masked = (env: Environment): Environment =>
  Object.fromEntries(Object.keys(env).map((name) => [name, MASK]));

/** The engine's own description of a container. Values of environment variables are in it only when revealed. */
export function inspection({ container, spec, image }: Entry, reveal: boolean): Record<string, unknown> {
  const shown = (env: Environment) => (reveal ? env : masked(env));
  const { facts, plan, argv, kernel } = container;
  const { memoryMiB, cpus, disk, folders } = plan.machine;
  return {
    ...facts,
    spec: { ...spec, env: shown(spec.env) },
    image: { ...image, env: shown(image.env) },
    machine: { memoryMiB, cpus, rootDisk: disk, folders },
    command: plan.command.argv,
    qemu: argv,
    kernel,
  };
}
