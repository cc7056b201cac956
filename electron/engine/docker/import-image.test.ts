import { expect, it } from "vitest";
import { toChanges } from "./import-image.ts";
import { maskEnvironment } from "./mask.ts";
import { splitRef } from "./split-ref.ts";

it.each([
  ["name", "name", "latest"],
  ["team/name:1.2", "team/name", "1.2"],
  ["host:5000/name", "host:5000/name", "latest"],
  ["host:5000/name:x", "host:5000/name", "x"],
])("splits %s", (ref, repo, tag) => {
  expect(splitRef(ref)).toEqual({ repo, tag });
});

it("quotes what a Dockerfile line would read otherwise", () => {
  const changes = toChanges({ defaultCommand: ["ping", 'a "b"'], env: { A: 'x"y$z\\' } });
  expect(changes).toEqual(['ENV A="x\\"y\\$z\\\\"', 'CMD ["ping","a \\"b\\""]']);
});

it("refuses a line break, which would begin another instruction", () => {
  expect(() => toChanges({ defaultCommand: [], env: { A: "x\nUSER root" } })).toThrow(/one line/);
});

it("masks every environment value at any depth and keeps the names", () => {
  const masked = maskEnvironment({
    Config: { Env: ["A=secret", "B"] },
    List: [{ Env: ["C=secret"] }],
    Other: "x",
  });
  expect(masked).toEqual({ Config: { Env: ["A=••••", "B"] }, List: [{ Env: ["C=••••"] }], Other: "x" });
});
