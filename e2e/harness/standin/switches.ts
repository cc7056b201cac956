/** The value of `--name=value` on a command line; null without it. */
export function switchValue(argv: readonly string[], name: string): string | null {
  const start = `--${name}=`;
  return argv.find((word) => word.startsWith(start))?.slice(start.length) ?? null;
}
