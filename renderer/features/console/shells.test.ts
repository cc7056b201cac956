import { expect, it } from "vitest";
import { shellsOf } from "./shells.ts";

it("offers the shells of the image's system", () => {
  expect(shellsOf("linux").map((one) => one.id)).toEqual(["automatic", "bash", "ash", "sh"]);
  expect(shellsOf("windows").map((one) => one.id)).toEqual(["cmd", "powershell", "pwsh"]);
});
