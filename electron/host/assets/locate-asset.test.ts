import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { locateAsset } from "./locate-asset.ts";

const ROOT = path.resolve("/srv/renderer");

test("the root is the page", () => {
  expect(locateAsset(ROOT, "/")).toBe(path.join(ROOT, "index.html"));
});

test("a hashed file is found by its encoded name", () => {
  expect(locateAsset(ROOT, "/assets/a%20b-1x.js")).toBe(path.join(ROOT, "assets", "a b-1x.js"));
});

test.each([
  "/../secret",
  "/%2e%2e/secret",
  "/assets/..%2f..%2fsecret",
  "/..%5c..%5csecret",
  "//etc/passwd/../../..",
  "/.env",
  "/assets/.git/config",
  "/a%00.js",
  "/C:/Windows/win.ini",
  "/index.html::$DATA",
  "/%E0%A4%A",
  "relative.js",
  "",
  "/.",
])("%s names nothing", (urlPath) => {
  expect(locateAsset(ROOT, urlPath)).toBeNull();
});

test("whatever is asked, the file lies inside the folder", () => {
  const pieces = fc.constantFrom("..", ".", "/", "%2e", "%2f", "%5c", "\\", "a", "assets", "%00", "~", ":");
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      const file = locateAsset(ROOT, `/${parts.join("")}`);
      expect(file === null || file.startsWith(ROOT + path.sep)).toBe(true);
    }),
  );
});
