/** A program by its name alone: Windows knows them in any case, with or without their ending. */
export const programName = (name: string): string => withoutExe(name).toLowerCase();

export const withoutExe = (name: string): string => name.replace(/\.exe$/i, "");

/** The program a command line runs: the last part of its first word's path. */
export function programOf(argv: readonly string[]): string {
  return argv[0]?.split(/[\\/]/).at(-1) ?? "";
}
