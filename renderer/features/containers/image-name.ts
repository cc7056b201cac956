/** The last part of an image's path; a reference by digest alone is cut to what people compare. */
export function shortImage(ref: string): string {
  const [path = ref, digest] = ref.split("@", 2);
  const last = path.split("/").at(-1) ?? path;
  return digest && !last.includes(":") ? `${last}@${digest.replace(/^sha256:/, "").slice(0, 12)}` : last;
}
