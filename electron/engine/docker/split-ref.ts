/** `host:5000/name:tag` into name and tag; a colon before a slash belongs to the host. */
export function splitRef(ref: string): { readonly repo: string; readonly tag: string } {
  const [, repo = ref, tag = "latest"] = /^(.*?)(?::([^:/]+))?$/.exec(ref) ?? [];
  return { repo, tag };
}
