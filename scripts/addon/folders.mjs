import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where the addon's sources and builds are. */
export const NATIVE = join(ROOT, "native");

export const NODE_API = join(ROOT, "node_modules", "node-api-headers");

/** Folders of headers that are not ours. */
export const FOREIGN_HEADERS = [join(ROOT, "node_modules", "node-addon-api"), join(NODE_API, "include")];

/** What the addon is built from besides its own sources; part of the stamp. */
export const PACKAGES = ["node-addon-api", "node-api-headers"].map((name) =>
  join(ROOT, "node_modules", name, "package.json"),
);
