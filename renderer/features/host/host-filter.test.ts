import { expect, test } from "vitest";
import { hostProcess } from "../../../electron/contract/fixtures/rows.ts";
import type { HostProcess } from "../../../electron/contract/process.ts";
import type { Attribution, HostEntry } from "./host-entry.ts";
import { matcher } from "./host-filter.ts";

const owner: Attribution = {
  container: "docker/web",
  name: "web-front",
  isolation: "process",
  role: "member",
  evidence: "fixture",
};
const entry = (row: Partial<HostProcess>, of: Attribution | null = null): HostEntry => ({
  key: "1:1",
  row: hostProcess({
    pid: 4821,
    name: "nginx",
    command: "nginx: worker /etc/Nginx.conf",
    user: "www",
    ...row,
  }),
  owner: of,
  value: null,
});

test.each([
  ["nginx", true],
  ["NGINX.CONF", true],
  ["www worker", true],
  ["4821", true],
  ["48", true],
  ["821", false],
  ["www other", false],
  ["web-front", false],
])("%s is found: %s", (text, found) => {
  expect(matcher({ container: null, text })?.(entry({}))).toBe(found);
});

test("the name of its container counts, and a kernel thread has only its own", () => {
  expect(matcher({ container: null, text: "web-fr" })?.(entry({}, owner))).toBe(true);
  expect(matcher({ container: null, text: "kworker" })?.(entry({ name: "kworker/0", command: null }))).toBe(
    true,
  );
});

test("a container narrows to its own, whatever the text; nothing asked lets everything through", () => {
  const matches = matcher({ container: "docker/web", text: "nginx" });
  expect(matches?.(entry({}, owner))).toBe(true);
  expect(matches?.(entry({}))).toBe(false);
  expect(matches?.(entry({}, { ...owner, container: "docker/other" }))).toBe(false);
  expect(matcher({ container: null, text: "  " })).toBeNull();
});
