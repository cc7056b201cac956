import fc from "fast-check";
import { expect, test } from "vitest";
import { docker, engine, microvm } from "../../../e2e/fixtures/fixture-rows.ts";
import { LaunchSpec } from "../../../electron/contract/launch.ts";
import { launchChoice } from "./launch-choice.ts";
import { fieldOf, type LaunchForm, readForm } from "./launch-form.ts";

const form: LaunchForm = {
  image: "alpine:3.20",
  command: "ping localhost",
  interactive: false,
  isolation: "default",
  isolationChosen: false,
  trust: null,
  holes: [],
  name: "",
  env: "",
  memory: "",
  cpus: "",
};

test("reads every field", () => {
  const full = { ...form, name: " web ", env: "A=1\n\nB=x=y", memory: "512", cpus: "1,5", interactive: true };
  expect(readForm(full)).toEqual({
    errors: {},
    spec: {
      image: "alpine:3.20",
      command: ["ping", "localhost"],
      isolation: "default",
      interactive: true,
      name: "web",
      env: { A: "1", B: "x=y" },
      memoryBytes: 512 * 1024 * 1024,
      cpus: 1.5,
      holes: [],
    },
  });
});

test("says at each field what is wrong with it", () => {
  const bad = { ...form, image: " ", command: "'", env: "A=1\nB", memory: "5", cpus: "0" };
  expect(Object.keys(readForm(bad).errors).sort()).toEqual(["command", "cpus", "env", "image", "memory"]);
  expect(readForm(bad).errors.env).toBe("Line 2 is not NAME=value.");
});

test("whatever is typed, what passes here is refused by the contract only at a field the dialog has", () => {
  const text = fc.string({ maxLength: 40 });
  fc.assert(
    fc.property(text, text, text, text, (image, command, name, env) => {
      const { spec, errors } = readForm({ ...form, image, command, name, env });
      if (Object.keys(errors).length > 0) return;
      const parsed = LaunchSpec.safeParse(spec);
      for (const issue of parsed.error?.issues ?? []) expect(fieldOf(issue.path.join("."))).not.toBeNull();
    }),
  );
});

test("the first live engine that can do it runs it; else the reason is told", () => {
  expect(launchChoice("default", [docker, microvm])).toMatchObject({
    isolation: "process",
    engine: { id: "docker" },
  });
  expect(launchChoice("hyperv", [docker, microvm])).toMatchObject({
    engine: { id: "microvm" },
    reason: null,
  });
  const gone = engine("docker", "Docker", "process", { state: "stale" });
  expect(launchChoice("process", [gone, microvm])).toMatchObject({
    engine: null,
    reason: "Docker is stale.",
  });
  expect(launchChoice("hyperv", [docker])).toMatchObject({ reason: "Docker does not do that isolation." });
  const windows = engine("docker", "Docker", "hyperv", { defaultIsolation: "hyperv" });
  expect(launchChoice("default", [windows])).toMatchObject({ isolation: "hyperv", engine: { id: "docker" } });
});
