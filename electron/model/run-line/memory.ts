const UNITS = new Map([
  ["k", 1024],
  ["m", 1024 ** 2],
  ["g", 1024 ** 3],
  ["t", 1024 ** 4],
]);

/** Bytes of `512m`, `1.5GiB` or a bare number, which counts in `bareUnit` bytes; null of anything else. */
export function readMemory(text: string, bareUnit: number): number | null {
  const match = /^(\d+(?:\.\d+)?) ?(?:([kmgt])i?b?|(b))?$/i.exec(text.trim());
  if (!match) return null;
  const [, amount, unit, bytes] = match;
  const size = bytes ? 1 : unit ? (UNITS.get(unit.toLowerCase()) ?? 1) : bareUnit;
  return Math.floor(Number(amount) * size);
}

/** Docker's own units: the largest that divides the number. */
export function memoryWord(bytes: number): string {
  const units = [
    ["g", 1024 ** 3],
    ["m", 1024 ** 2],
    ["k", 1024],
  ] as const;
  const unit = units.find(([, size]) => bytes % size === 0);
  return unit ? `${bytes / unit[1]}${unit[0]}` : `${bytes}b`;
}
