import { expect, test } from "vitest";
import { FakeContents, fakeElectron } from "./fake-electron.ts";
import { denyPermissions, guardNavigation, isSafeExternal } from "./navigation.ts";

function guarded() {
  const fake = fakeElectron();
  const contents = new FakeContents(1);
  guardNavigation(contents, fake.electron.shell);
  return { ...fake, contents };
}

test.each(["will-navigate", "will-redirect", "will-attach-webview"])("%s is held back", (event) => {
  const { contents } = guarded();
  let held = false;
  contents.emit(event, {
    url: "app://isoscope/other",
    preventDefault: () => {
      held = true;
    },
  });
  expect(held).toBe(true);
});

test("no window opens; a safe link goes to the person's browser", () => {
  const { contents, seen } = guarded();
  expect(contents.openWindow({ url: "https://learn.microsoft.com/x" })).toEqual({ action: "deny" });
  expect(contents.openWindow({ url: "file:///etc/passwd" })).toEqual({ action: "deny" });
  expect(seen.opened).toEqual(["https://learn.microsoft.com/x"]);
});

test.each([
  "http://example.org",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "ms-settings:",
  "https://bank.example@evil.example",
  "app://isoscope/",
  "",
])("%s does not open outside", (url) => {
  expect(isSafeExternal(url)).toBe(false);
});

test("only writing to the clipboard and to a chosen file is permitted", () => {
  const { electron, seen } = fakeElectron();
  denyPermissions(electron.session.defaultSession);
  const granted: string[] = [];
  const permitted: string[] = [];
  for (const permission of [
    "media",
    "geolocation",
    "notifications",
    "clipboard-read",
    "clipboard-sanitized-write",
    "fileSystem",
  ]) {
    seen.permission({}, permission, (yes) => {
      if (yes) granted.push(permission);
    });
    if (seen.permits({}, permission)) permitted.push(permission);
  }
  expect(permitted).toEqual(granted);
  expect(granted).toEqual(["clipboard-sanitized-write", "fileSystem"]);
});
