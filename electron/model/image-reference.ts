/** A reference to begin with, made of a file's name: lower case, without the endings of archives. Never empty. */
export function suggestedReference(fileName: string): string {
  const stem = fileName
    .toLowerCase()
    .replace(/\.(tgz|gz)$/, "")
    .replace(/\.tar$/, "");
  const safe = stem.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return `${safe.slice(0, 100).replace(/-+$/, "") || "imported"}:latest`;
}

/** An optional host with a port, a path in lower case, an optional tag. */
const REFERENCE =
  /^(?:[A-Za-z0-9.-]+:\d+\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*(?::[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?$/;

const LONGEST = 255;

/** What is wrong with a reference that an image shall get; null when it is one. */
export function referenceProblem(ref: string): string | null {
  if (ref === "") return "A reference is needed, such as name:tag.";
  if (ref.length > LONGEST) return `At most ${LONGEST} characters.`;
  if (REFERENCE.test(ref)) return null;
  return /[A-Z]/.test(ref.replace(/:[^/]*$/, ""))
    ? "The name must be in lower case."
    : "Lower-case letters, digits, and . _ - / then a colon and a tag, such as name:tag.";
}
