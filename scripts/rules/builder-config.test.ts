import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { z } from "zod";
import { ROOT } from "../setup/root.mjs";

// The builder's own schema and the builder's own YAML reader: what these accept it accepts.
const builder = createRequire(path.join(ROOT, "node_modules", "app-builder-lib", "package.json"));
const { load }: { load(text: string): unknown } = builder("js-yaml");
const schema: object = builder("./scheme.json");

const Config = z.looseObject({
  npmRebuild: z.boolean(),
  files: z.array(z.string()),
  asarUnpack: z.array(z.string()),
  win: z.object({ files: z.array(z.string()), target: z.array(z.object({ target: z.string() })) }).loose(),
  linux: z.object({ target: z.array(z.object({ target: z.string() })) }).loose(),
});

const raw = load(readFileSync(path.join(ROOT, "electron-builder.yml"), "utf8"));
const config = Config.parse(raw);
const validate = new Ajv({ strict: false, allErrors: true, logger: false }).compile(schema);

test("the builder's schema accepts the configuration", () => {
  validate(raw);
  expect(validate.errors ?? []).toEqual([]);
});

test("the builder's schema refuses what it does not know", () => {
  expect(validate({ ...config, npmRebuilt: false })).toBe(false);
});

test("Windows gets an installer and a zip, Linux an AppImage and a package", () => {
  expect(config.win.target.map(({ target }) => target)).toEqual(["nsis", "zip"]);
  expect(config.linux.target.map(({ target }) => target)).toEqual(["AppImage", "deb"]);
});

test("nothing is rebuilt, and what is native lies outside of the archive", () => {
  expect(config.npmRebuild).toBe(false);
  expect(config.asarUnpack).toContain("native/build/*");
  expect(config.files).toContain("native/build/*");
});

test("the cross-compiled addon goes into the Windows packages only, and nothing of the tests does", () => {
  expect(config.win.files).toEqual(["native/build/win32-x64/*"]);
  expect(config.asarUnpack).toContain("native/build/win32-x64/*");
  expect(config.files.filter((pattern) => pattern.startsWith("native/"))).toEqual(["native/build/*"]);
});

test("the app's own entry is packed", () => {
  const { main }: { main: string } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
  expect(path.dirname(main)).toBe("dist/electron");
  expect(config.files).toContain("dist/electron/**");
});
