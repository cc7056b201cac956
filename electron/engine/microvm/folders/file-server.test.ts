import { expect, test } from "vitest";
import { fileServerArgs, told } from "./file-server.ts";

const QEMUS = { program: "/v", version: "7.2", flavour: "qemu" } as const;

test("QEMU's own virtiofsd and its successor are told apart by how they name their version", () => {
  expect(told("virtiofsd version 7.2.22 (Debian 1:7.2+dfsg-7)\nCopyright")).toEqual({
    version: "7.2.22",
    flavour: "qemu",
  });
  expect(told("virtiofsd 1.10.1")).toEqual({ version: "1.10.1", flavour: "rust" });
  expect(told("virtiofsd backend 1.4.0")).toEqual({ version: "1.4.0", flavour: "rust" });
});

test("a comma in the folder's name does not end QEMU's option", () => {
  const argv = fileServerArgs(QEMUS, { source: "/a,sandbox=chroot\\b", readOnly: false }, 3);
  expect(argv).toContain("source=/a\\,sandbox=chroot\\\\b");
});

test("a server that only reads may not act as other users", () => {
  const of = (readOnly: boolean, flavour: "qemu" | "rust") =>
    fileServerArgs({ ...QEMUS, flavour }, { source: "/a", readOnly }, 3).join(" ");
  for (const flavour of ["qemu", "rust"] as const) {
    expect(of(true, flavour)).toContain("-setuid");
    expect(of(false, flavour)).not.toContain("-setuid");
    expect(of(false, flavour)).toContain("modcaps=-mknod:-setfcap");
  }
});
