import path from "node:path";

/**
 * The file that a URL's path names inside `root`, or null when it names nothing there: badly encoded, outside the
 * folder, hidden, or not a path of this system. Does not look at the disk. `/` is `index.html`.
 */
export function locateAsset(root: string, urlPath: string): string | null {
  const decoded = decode(urlPath);
  if (decoded === null || !decoded.startsWith("/")) return null;
  // Encoded separators, drive letters, streams and NUL have no place in a bundle's file names.
  if (/[\\:\0]/.test(decoded)) return null;
  const segments = decoded.split("/").slice(1);
  if (segments.some((segment) => segment.startsWith("."))) return null;
  const file = path.resolve(root, `.${decoded === "/" ? "/index.html" : decoded}`);
  const inside = path.relative(root, file);
  return inside === "" || inside.startsWith("..") || path.isAbsolute(inside) ? null : file;
}

function decode(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}
