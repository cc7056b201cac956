import { expect, it } from "vitest";
import { DEMO_IMAGE } from "../demo-image.ts";
import { demoFor } from "./demo.ts";

it.each([
  ["10.0.17763", "ltsc2019"],
  ["10.0.20348", "ltsc2022"],
  ["10.0.26100", "ltsc2025"],
  ["", "ltsc2025"],
  ["10.0.14393", "ltsc2019"],
])("shows on Windows %j an image that its build can run: %s", (osVersion, tag) => {
  const demo = demoFor({ os: "windows", osVersion });
  expect(demo).toEqual({
    image: `mcr.microsoft.com/windows/nanoserver:${tag}`,
    command: ["ping", "-t", "localhost"],
    made: false,
  });
});

it("makes its own image on Linux", () => {
  expect(demoFor({ os: "linux", osVersion: "" })).toMatchObject({ image: DEMO_IMAGE, made: true });
});

it("relies on an image of others for a Linux daemon on a Windows host", () => {
  const demo = demoFor({ os: "linux", osVersion: "" }, "win32");
  expect(demo).toMatchObject({ image: "busybox:latest", made: false });
});
