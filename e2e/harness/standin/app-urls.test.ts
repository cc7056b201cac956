import fc from "fast-check";
import { expect, test } from "vitest";
import { appScheme, toApp, toChromium } from "./app-urls.ts";

const SCHEMES = new Set(["app"]);

test("the page's address is a secure one of its own", () => {
  expect(toChromium("app://isoscope/a?b#c", SCHEMES)).toBe("https://isoscope.app.standin.invalid/a?b#c");
});

test("there and back is the same, and a scheme is told", () => {
  fc.assert(
    fc.property(fc.domain(), fc.webPath(), fc.webQueryParameters(), (host, path, query) => {
      const url = `app://${host}${path}?${query}`;
      expect(toApp(toChromium(url, SCHEMES), SCHEMES)).toBe(url);
      expect(appScheme(toChromium(url, SCHEMES), SCHEMES)).toBe("app");
    }),
  );
});

test.each(["https://example.org/", "file:///etc/passwd", "other://isoscope/", "about:blank", ""])(
  "%s is nobody's and stays as it is",
  (url) => {
    expect([toChromium(url, SCHEMES), toApp(url, SCHEMES), appScheme(url, SCHEMES)]).toEqual([
      url,
      url,
      null,
    ]);
  },
);

test("a name that only looks like the app's is not", () => {
  const url = "https://isoscope.app.standin.invalid.evil.example/";
  expect(toApp(url, SCHEMES)).toBe(url);
});
