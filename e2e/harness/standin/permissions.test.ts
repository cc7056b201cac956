import { expect, test } from "vitest";
import { denyPermissions } from "../../../electron/host/electron/navigation.ts";
import { Permissions } from "./permissions.ts";

/** What Chromium was told to grant. */
async function granted(permissions: Permissions): Promise<readonly string[]> {
  const told: string[] = [];
  const send: Parameters<Permissions["apply"]>[0]["send"] = (_method, params) => {
    const text = JSON.stringify(params);
    if (text.includes('"granted"')) told.push(JSON.parse(text).permission.name);
    return new Promise((resolve) => resolve(JSON.parse("{}")));
  };
  await permissions.apply({ send, on: () => {} }, {}, "https://isoscope.app.standin.invalid");
  return told;
}

test("without handlers everything is given, as in Electron", async () => {
  expect(await granted(new Permissions())).toEqual(expect.arrayContaining(["camera", "clipboard-read"]));
});

test("both handlers have to give it", async () => {
  const permissions = new Permissions();
  permissions.setPermissionRequestHandler((_contents, permission, callback) =>
    callback(permission === "clipboard-sanitized-write"),
  );
  expect(await granted(permissions)).toEqual(["clipboard-write"]);
  permissions.setPermissionCheckHandler(() => false);
  expect(await granted(permissions)).toEqual([]);
});

test("the app permits copying and nothing else", async () => {
  const permissions = new Permissions();
  denyPermissions(permissions);
  expect(await granted(permissions)).toEqual(["clipboard-write"]);
});
