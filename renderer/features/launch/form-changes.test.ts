import { expect, test } from "vitest";
import { host } from "../../../e2e/fixtures/fixture-rows.ts";
import { dockerRunLine } from "../../../electron/model/docker-run-line.ts";
import { parseRunLine } from "../../../electron/model/run-line/parse-run-line.ts";
import { beginning, fromRunLine, withIsolation, withRemedy, withTrust } from "./form-changes.ts";
import { readForm } from "./launch-form.ts";

const form = beginning(host, host.demo.image);

test("untrusted code gets its own kernel, and trust takes it back", () => {
  const untrusted = withTrust(form, "untrusted");
  expect(untrusted.isolation).toBe("hyperv");
  expect(withTrust(untrusted, "trusted").isolation).toBe("default");
});

test("an isolation that somebody chose is kept whatever the answer", () => {
  expect(withTrust(withIsolation(form, "process"), "untrusted").isolation).toBe("process");
});

test("a line fills every field, and the form reads as that line again", () => {
  const line =
    "docker run -it --name web -m 1500000k --cpus 2.5 -v /srv:/data:ro -p 127.0.0.1:8080:80 -e 'A=x y' alpine:3.20 sh -c 'echo a'";
  const reading = parseRunLine(line, "sh");
  if (!reading.ok) throw new Error(reading.problem);
  const filled = fromRunLine(form, reading.launch);
  expect(filled).toMatchObject({ command: "sh -c 'echo a'", memory: "1500000k", env: "A=x y" });
  const { spec, errors } = readForm(filled);
  expect(errors).toEqual({});
  expect(dockerRunLine({ ...reading.launch, memoryBytes: spec.memoryBytes ?? null }, "linux")).toBe(line);
});

test("a line that says nothing of isolation leaves it to the answer about trust", () => {
  const reading = parseRunLine("docker run x", "sh");
  if (!reading.ok) throw new Error(reading.problem);
  expect(fromRunLine(withTrust(form, "untrusted"), reading.launch)).toMatchObject({
    isolation: "hyperv",
    trust: "untrusted",
  });
});

test("a remedy removes or narrows the hole it is about", () => {
  const holes = [
    { id: 1, kind: "folder", source: "/a", target: "", readOnly: false },
    { id: 2, kind: "port", hostIp: "", hostPort: "1", containerPort: "1", protocol: "tcp" },
  ] as const;
  const open = { ...form, holes };
  expect(withRemedy(open, { kind: "make-read-only", index: 0 }).holes[0]).toMatchObject({ readOnly: true });
  expect(withRemedy(open, { kind: "listen-on-loopback", index: 1 }).holes[1]).toMatchObject({
    hostIp: "127.0.0.1",
  });
  expect(withRemedy(open, { kind: "remove", index: 0 }).holes).toEqual([holes[1]]);
});
