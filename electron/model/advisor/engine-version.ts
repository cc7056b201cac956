/** Whether the version `24.0.7` lies before major.minor. One that is not known or not numbered does not. */
export function engineIsBefore(version: string | null, [major, minor]: readonly [number, number]): boolean {
  const [, first, second] = /^(\d+)\.(\d+)/.exec(version ?? "") ?? [];
  if (first === undefined || second === undefined) return false;
  return Number(first) < major || (Number(first) === major && Number(second) < minor);
}
