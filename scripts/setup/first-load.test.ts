import { expect, test } from "vitest";
import { firstLoadFiles } from "./first-load.mjs";

test("scripts, their known imports and styles count, an icon does not, and each counts once", () => {
  const html = `<!doctype html><head>
    <link rel="icon" href="./assets/mark-1.svg" type="image/svg+xml" />
    <script type="module" crossorigin src="./assets/index-1.js"></script>
    <link rel="modulepreload" crossorigin href="./assets/react-1.js">
    <link rel="modulepreload" crossorigin href="./assets/react-1.js">
    <link rel="stylesheet" crossorigin href="./assets/index-1.css">
  </head>`;
  expect(firstLoadFiles(html)).toEqual([
    "./assets/index-1.js",
    "./assets/react-1.js",
    "./assets/index-1.css",
  ]);
});

test("a page that loads nothing has no files", () => {
  expect(firstLoadFiles("<h1>hello</h1>")).toEqual([]);
});
