import fc from "fast-check";
import { expect, it } from "vitest";
import { IsoscopeError } from "../../contract/errors.ts";
import { RESULT_CODES } from "../../model/hresult-table.ts";
import { explain, saysGone, unlessGone } from "./explain.ts";
import { callError, loadError } from "./fixtures/native-failures.ts";

const subject = { name: "web", engine: "Windows", host: "10.0.20348", image: "10.0.26100" };
const explained = (hresult: number, document: string | null = null) =>
  explain(callError("HcsStartComputeSystem", hresult, document), subject).error;

it.each([
  [0x8037_011b, { code: "denied", fix: expect.stringContaining("administrator") }],
  [0x8037_0102, { code: "unsupported", fix: expect.stringContaining("Hyper-V") }],
  [0xc035_1000, { code: "unsupported", reason: "No hypervisor is running on this host." }],
  [0x8037_0114, { code: "unsupported", fix: expect.stringContaining("Containers") }],
  [0x8037_011e, { code: "unavailable", engine: "Windows", fix: expect.stringContaining("vmcompute") }],
  [0x8037_0101, { code: "os-mismatch", host: "10.0.20348", image: "10.0.26100" }],
  [0x8037_010d, { code: "internal", message: expect.stringContaining("defect of Isoscope") }],
  [0x8037_010e, { code: "not-found", what: "container", name: "web" }],
  [0x8037_010f, { code: "conflict" }],
  [0x8037_0105, { code: "conflict", message: expect.stringContaining("web") }],
  [0x8037_0106, { code: "hresult", hresult: 0x8037_0106, fix: expect.stringContaining("memory") }],
  [0x8000_4004, { code: "cancelled", op: "HcsStartComputeSystem" }],
  [0x8888_0001, { code: "hresult", meaning: expect.stringContaining("does not know") }],
])("tells %i as what it is", (hresult, expected) => {
  expect(explained(hresult)).toMatchObject(expected);
});

it("tells all families of one code alike, but for the number itself", () => {
  const plain = (hresult: number) => JSON.stringify({ ...explained(hresult), hresult: 0, detail: "" });
  const hcs = RESULT_CODES.filter(({ code }) => code >>> 16 === 0x8037);
  fc.assert(
    fc.property(fc.constantFrom(...hcs), fc.constantFrom(0x8037, 0xc037, 0xd037), ({ code }, family) => {
      expect(plain(((family << 16) | (code & 0xffff)) >>> 0)).toBe(plain(code));
    }),
  );
});

it("makes contract data of any number and any document", () => {
  fc.assert(
    fc.property(fc.integer(), fc.oneof(fc.string(), fc.json(), fc.constant(null)), (hresult, document) => {
      expect(IsoscopeError.safeParse(explained(hresult, document)).success).toBe(true);
    }),
  );
});

it("keeps the code as it came and the service's own event list in the detail", () => {
  const document = JSON.stringify({
    Error: -1070137082,
    ErrorMessage: "The virtual machine or container exited unexpectedly.",
    ErrorEvents: [{ Message: "Worker failed", Provider: "p", Source: "vmwp" }, "garbage"],
    Unknown: 1,
  });
  expect(explained(0xc037_0106, document)).toMatchObject({
    detail: [
      "HcsStartComputeSystem: 0xc0370106 HCS_E_UNEXPECTED_EXIT",
      "The virtual machine or container exited unexpectedly.",
      "Worker failed (vmwp)",
    ].join("\n"),
  });
});

it("believes the document's code where the call's own says nothing", () => {
  expect(explained(0x8888_0001, '{"Error":-2143878885}')).toMatchObject({ code: "denied" });
});

it("tells a missing library and a missing entry point apart", () => {
  expect(explain(loadError(126), subject).error).toMatchObject({
    code: "unsupported",
    reason: expect.stringContaining("not installed"),
    fix: expect.stringContaining("Containers"),
  });
  expect(explain(loadError(127, "HcsGetServiceProperties"), subject).error).toMatchObject({
    code: "unsupported",
    reason: expect.stringContaining("lacks HcsGetServiceProperties"),
  });
});

it("takes what has ended already for success when ending, and nothing else", async () => {
  for (const hresult of [0x8037_010e, 0xc037_0110, 0x8037_011f, 0x8007_0490]) {
    expect(saysGone(callError("x", hresult))).toBe(true);
    await unlessGone(Promise.reject(callError("x", hresult)));
  }
  const denied = callError("x", 0x8037_011b);
  await expect(unlessGone(Promise.reject(denied))).rejects.toBe(denied);
});
