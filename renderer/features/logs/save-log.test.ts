import { afterEach, expect, it, vi } from "vitest";
import { fileNameOf, saveLog } from "./save-log.ts";

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(window, "showSaveFilePicker");
});

const picker = (pick: () => Promise<unknown>) =>
  Object.defineProperty(window, "showSaveFilePicker", { configurable: true, value: pick });

it("downloads where the browser has no file dialog", async () => {
  const blobs: unknown[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    blobs.push(blob);
    return "blob:log";
  });
  const revoked = vi.spyOn(URL, "revokeObjectURL").mockImplementation(() => {});
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  expect(await saveLog("x.log", ["a\n", "b\n"])).toBe(true);
  expect(blobs[0] instanceof Blob && (await blobs[0].text())).toBe("a\nb\n");
  expect(names).toEqual(["x.log"]);
  expect(revoked).toHaveBeenCalledWith("blob:log");
});

it("saves nothing when the person changes their mind", async () => {
  picker(async () => {
    throw new DOMException("no", "AbortError");
  });
  expect(await saveLog("x.log", ["a"])).toBe(false);
});

it("leaves no half file behind when writing fails", async () => {
  const calls: string[] = [];
  const target = {
    write: async () => {
      throw new Error("disk full");
    },
    close: async () => void calls.push("close"),
    abort: async () => void calls.push("abort"),
  };
  picker(async () => ({ createWritable: async () => target }));
  await expect(saveLog("x.log", ["a"])).rejects.toThrow("disk full");
  expect(calls).toEqual(["abort"]);
});

it("makes a file's name of any container's name", () => {
  expect(fileNameOf("web-1")).toBe("web-1.log");
  expect(fileNameOf("a/b: c")).toBe("a_b_c.log");
});
