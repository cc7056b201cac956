/**
 * The mount points at or below the directories, the deepest and latest first, as they must be unmounted.
 * @param table the text of `/proc/self/mounts`, where blanks and backslashes are octal escapes.
 */
export function mountsBelow(table: string, directories: readonly string[]): readonly string[] {
  return table
    .split("\n")
    .flatMap((line) => line.split(" ").slice(1, 2))
    .map((escaped) =>
      escaped.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))),
    )
    .filter((point) =>
      directories.some((directory) => point === directory || point.startsWith(`${directory}/`)),
    )
    .reverse();
}
