const FIRST = [
  "brave",
  "calm",
  "eager",
  "fair",
  "keen",
  "lucid",
  "mild",
  "neat",
  "quick",
  "sunny",
  "vivid",
  "wise",
];

/** A name like `brave-vm-ab12`, from random bytes. */
export function defaultName(random: Uint8Array): string {
  const first = FIRST[(random[0] ?? 0) % FIRST.length];
  return `${first}-vm-${Buffer.from(random.subarray(1, 3)).toString("hex")}`;
}
