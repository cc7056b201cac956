import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PasswdNames, parsePasswd } from "./passwd-names.ts";

describe("parsePasswd", () => {
  it("gives the first name of a uid and skips what is no entry", () => {
    const text =
      "root:x:0:0:root:/root:/bin/sh\ntoor:x:0:0::/:\n\n#old:x:9:9::/:\nbroken\nann:x:1000:1000::/:\n";
    expect([...parsePasswd(text)]).toEqual([
      ["0", "root"],
      ["1000", "ann"],
    ]);
  });
});

describe("PasswdNames", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "isoscope-passwd-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("reads again only when the file changed", () => {
    const path = join(folder, "passwd");
    writeFileSync(path, "ann:x:1000:1000::/:\n");
    const names = new PasswdNames(path);
    expect(names.nameOf("1000")).toBe("1000");
    expect(names.refresh()).toBe(true);
    expect(names.nameOf("1000")).toBe("ann");
    expect(names.refresh()).toBe(false);
    writeFileSync(path, "berta:x:1000:1000::/:\n");
    expect(names.refresh()).toBe(true);
    expect(names.nameOf("1000")).toBe("berta");
    expect(names.nameOf("999")).toBe("999");
  });

  it("shows numbers where there is no file", () => {
    const names = new PasswdNames(join(folder, "none"));
    expect(names.refresh()).toBe(false);
    expect(names.nameOf("0")).toBe("0");
  });
});
