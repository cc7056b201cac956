import { afterEach, expect, it } from "vitest";
import { withLawfulStyles } from "./lawful-styles.ts";

afterEach(() => {
  document.adoptedStyleSheets = [];
  Reflect.deleteProperty(HTMLSpanElement.prototype, "setAttribute");
});

const made = <K extends keyof HTMLElementTagNameMap>(tag: K) =>
  withLawfulStyles(document, () => document.createElement(tag));

it("puts the text of a style element into a sheet that goes with the element", () => {
  const style = made("style");
  document.body.append(style);
  style.textContent = ".a { color: red }";
  expect(style.childNodes).toHaveLength(0);
  expect(document.adoptedStyleSheets).toHaveLength(1);
  expect(document.adoptedStyleSheets[0]?.cssRules).toHaveLength(1);
  style.textContent = "";
  expect(document.adoptedStyleSheets[0]?.cssRules).toHaveLength(0);
  style.remove();
  expect(document.adoptedStyleSheets).toHaveLength(0);
  expect(style.isConnected).toBe(false);
});

it("leaves other elements and other attributes as they are", () => {
  const span = made("span");
  span.setAttribute("title", "x");
  expect(span.title).toBe("x");
  expect(document.adoptedStyleSheets).toHaveLength(0);
});

it("changes how the page makes elements only while the terminal opens, also when that fails", () => {
  const before = document.createElement;
  expect(() =>
    withLawfulStyles(document, () => {
      throw new Error("no room");
    }),
  ).toThrow("no room");
  expect(document.createElement).toBe(before);
  expect(Object.hasOwn(document, "createElement")).toBe(false);
});
