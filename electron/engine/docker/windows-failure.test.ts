import fc from "fast-check";
import { expect, it } from "vitest";
import { IsoscopeError } from "../../contract/errors.ts";
import { RESULT_CODES } from "../../model/hresult-table.ts";
import { startReason } from "./launch-errors.ts";
import { resultIn, windowsFailure } from "./windows-failure.ts";

const subject = {
  op: "start",
  engine: "Docker",
  host: "10.0.20348",
  image: "win:1",
  capability: "launch.hyperv",
} as const;

/** As users of dockerd have posted them in public issue threads. */
it.each([
  [
    "failure in a Windows system call: No hypervisor is present on this system. (0xc0351000) extra info: {}",
    0xc035_1000,
  ],
  ["the container operating system does not match the host operating system. (0xc0370101]", 0xc037_0101],
  [
    "hcs::CreateComputeSystem 9c3f: The container operating system does not match the host operating system.",
    0x8037_0101,
  ],
  ["The operating system of the container does not match the operating system of the host.", 0x8037_0101],
  ["hcsshim::CreateComputeSystem 38d5: The request is not supported.", 0x8007_0032],
  ["CreateProcess: The remote procedure call failed. (0x6be)", 0x6be],
  ["docker: Conflict. The name is in use", null],
  ["a pointer (0x7ffe12345678) is none", null],
  ["done (0x0)", null],
])("finds the result in %j", (message, result) => {
  expect(resultIn(message)).toBe(result);
});

it("tells a pull that the host's build cannot run from both versions in the text", () => {
  const message = "a Windows version 10.0.26100-based image is incompatible with a 10.0.20348 host";
  expect(windowsFailure(message, { ...subject, host: "?" })).toMatchObject({
    code: "os-mismatch",
    host: "10.0.20348",
    image: "10.0.26100",
  });
});

it("makes contract data of every result, with the daemon's text as detail", () => {
  for (const { code } of RESULT_CODES) {
    const message = `failure in a Windows system call: words (0x${code.toString(16)})`;
    const error = windowsFailure(message, subject);
    expect(IsoscopeError.safeParse(error).success).toBe(true);
    expect(error).toMatchObject({ detail: message });
  }
});

it("never throws, and says so where it does not know the code", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 32 - 1 }), fc.string(), (code, words) => {
      const hex = code > 0xffff ? code.toString(16).padStart(8, "0") : code.toString(16);
      const error = windowsFailure(`${words} (0x${hex})`, subject);
      expect(IsoscopeError.safeParse(error).success).toBe(true);
    }),
  );
  expect(windowsFailure("words (0x80041234)", subject)).toMatchObject({
    code: "hresult",
    hresult: 0x8004_1234,
  });
  expect(windowsFailure("words", subject)).toBeUndefined();
});

it("names the command that Windows cannot find", () => {
  const message =
    'hcsshim::System::CreateProcess: The system cannot find the file specified. (0x2) extra info: {"CommandLine":"C:\\\\no \\"such\\".exe -x","WorkingDirectory":"C:\\\\"}';
  expect(startReason(message)).toBe(
    'The command C:\\no "such".exe -x cannot be started: Windows cannot find the file.',
  );
});
