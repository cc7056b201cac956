import { afterEach, expect, it } from "vitest";
import { terminalDocument, withLawfulElements } from "./terminal-document.ts";

afterEach(() => {
  document.adoptedStyleSheets = [];
});

it("puts the text of a style element into a sheet that goes with the element", () => {
  const style = terminalDocument(document).createElement("style");
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

it("leaves attributes but style alone", () => {
  const span = terminalDocument(document).createElement("span");
  span.setAttribute("title", "x");
  expect(span.title).toBe("x");
});

it("is the document in every other way", () => {
  const page = terminalDocument(document);
  expect(page.body).toBe(document.body);
  expect(page.createDocumentFragment().nodeType).toBe(11);
});

it("changes how the page makes elements only while it opens", () => {
  const before = document.createElement;
  const style = withLawfulElements(document, () => document.createElement("style"));
  style.textContent = ".b { color: red }";
  expect(style.childNodes).toHaveLength(0);
  expect(document.createElement).toBe(before);
  expect(Object.hasOwn(document, "createElement")).toBe(false);
});
