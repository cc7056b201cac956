import path from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

/** The media type of a bundle's file by its extension; with `nosniff` an unknown one is only ever downloaded. */
export const mediaType = (file: string): string =>
  TYPES[path.extname(file).toLowerCase()] ?? "application/octet-stream";
