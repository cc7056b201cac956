import fc from "fast-check";
import { expect, it } from "vitest";
import { processParameters } from "../launch/process-parameters.ts";
import { containerDocument, hyperVDocument, type SystemPlan } from "../launch/system-documents.ts";
import { ContainerDocument } from "./container-document.ts";
import { HyperVDocument } from "./hyperv-document.ts";
import { glanceAt, parseDocument } from "./parse-document.ts";
import { ProcessParameters } from "./process-parameters.ts";
import { exitCodeOf, ProcessStatus } from "./process-status.ts";
import { SystemList } from "./properties.ts";
import { newestSchema, ServiceProperties } from "./service-properties.ts";
import { writeDocument } from "./write-document.ts";

/** Names of Microsoft's schema 2.1 that the documents may use, by the object they are in. Source: the HCS schema reference. */
const SCHEMA_2_1: Readonly<Record<string, readonly string[]>> = {
  ComputeSystem: [
    "Owner",
    "SchemaVersion",
    "HostingSystemId",
    "HostedSystem",
    "Container",
    "VirtualMachine",
    "ShouldTerminateOnLastHandleClosed",
  ],
  SchemaVersion: ["Major", "Minor"],
  Container: [
    "GuestOs",
    "Storage",
    "MappedDirectories",
    "MappedPipes",
    "Memory",
    "Processor",
    "Networking",
    "HvSocket",
    "ContainerCredentialGuard",
    "RegistryChanges",
    "AssignedDevices",
  ],
  GuestOs: ["HostName"],
  MappedDirectories: ["HostPath", "ContainerPath", "ReadOnly"],
  MappedPipes: ["ContainerPipeName", "HostPath"],
  Storage: ["Layers", "Path", "QoS"],
  Layers: ["Id", "Path", "PathType", "Cache"],
  Memory: ["SizeInMB"],
  Processor: ["Count", "Maximum", "Weight"],
  ProcessParameters: [
    "ApplicationName",
    "CommandLine",
    "CommandArgs",
    "User",
    "WorkingDirectory",
    "Environment",
    "RestrictedToken",
    "EmulateConsole",
    "CreateStdInPipe",
    "CreateStdOutPipe",
    "CreateStdErrPipe",
    "ConsoleSize",
    "UseExistingLogin",
    "UseLegacyConsole",
  ],
};

function checkFields(name: string, value: unknown): void {
  if (Array.isArray(value)) for (const item of value) checkFields(name, item);
  const known = SCHEMA_2_1[name];
  if (!known || typeof value !== "object" || value === null || Array.isArray(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    expect(known).toContain(key);
    checkFields(key, inner);
  }
}

const guid = fc.uuid();
const path = fc.string({ minLength: 1 });
const plan: fc.Arbitrary<SystemPlan> = fc.record({
  id: fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 }),
  layers: fc.array(fc.record({ id: guid, path: fc.string({ minLength: 1 }) }), { minLength: 1 }),
  memoryBytes: fc.option(fc.integer({ min: 1, max: 2 ** 40 })),
  cpus: fc.option(fc.double({ min: 0.01, max: 256, noNaN: true })),
  hostCpus: fc.integer({ min: 1, max: 64 }),
  holes: fc.record({
    directories: fc.array(fc.record({ HostPath: path, ContainerPath: path, ReadOnly: fc.boolean() })),
    pipes: fc.array(fc.record({ HostPath: path, ContainerPipeName: path })),
  }),
});

it("sends only what schema 2.1 knows, valid for any launch", () => {
  fc.assert(
    fc.property(plan, (any) => {
      const text = writeDocument(ContainerDocument, containerDocument(any, "\\\\?\\Volume{x}\\"));
      checkFields("ComputeSystem", JSON.parse(text));
      writeDocument(HyperVDocument, hyperVDocument(any, "C:\\base\\UtilityVM", "C:\\scratch"));
    }),
  );
});

it("starts processes with what schema 2.1 knows, with and without a terminal", () => {
  const frame = fc.record({
    env: fc.dictionary(fc.string(), fc.string()),
    workingDirectory: fc.string(),
    user: fc.string(),
  });
  const terminal = fc.oneof(
    fc.boolean(),
    fc.record({ rows: fc.integer({ min: 1 }), columns: fc.integer({ min: 1 }) }),
  );
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), frame, terminal, (argv, any, size) => {
      const sent = JSON.parse(writeDocument(ProcessParameters, processParameters(["x", ...argv], any, size)));
      checkFields("ProcessParameters", sent);
      expect(sent.EmulateConsole).toBe(!sent.CreateStdErrPipe);
    }),
  );
});

it("never sends a document with an unknown field or a wrong value", () => {
  const good = { Owner: "x", SchemaVersion: { Major: 2, Minor: 1 } };
  const bad: unknown[] = [
    { ...good, New: 1 },
    { ...good, SchemaVersion: { Major: 2, Minor: 9 } },
  ];
  for (const document of bad) expect(ContainerDocument.safeParse(document).success).toBe(false);
  const nameless = {
    CommandLine: "",
    Environment: {},
    EmulateConsole: false,
    CreateStdInPipe: false,
    CreateStdOutPipe: true,
    CreateStdErrPipe: true,
  };
  expect(() => writeDocument(ProcessParameters, nameless)).toThrow("not valid");
});

it("reads any text without a crash, and says which answer it could not read", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (text) => {
      glanceAt(text, ProcessStatus);
      try {
        parseDocument("HcsEnumerateComputeSystems", text, SystemList);
      } catch (thrown) {
        expect(thrown).toMatchObject({
          error: { code: "internal", message: expect.stringContaining("HcsEnumerate") },
        });
      }
    }),
  );
});

it("keeps 64-bit counters of a process list whole, and leaves out a field of another type", () => {
  const text =
    '[{"Id":"a","SystemType":"Container","Owner":7,"ProcessList":[{"ProcessId":4,"UserTime100ns":18446744073709551615,"ImageName":"пинг-😀.exe"},{"ProcessId":"x"}]}]';
  expect(parseDocument("x", text, SystemList)).toEqual([
    {
      ...{ Id: "a", SystemType: "Container" },
      ProcessList: [{ ProcessId: 4, UserTime100ns: 18446744073709551615n, ImageName: "пинг-😀.exe" }],
    },
  ]);
});

it("takes an exit code only from a process that has exited and was waited for", () => {
  expect(exitCodeOf({ Exited: false, ExitCode: 5 })).toBeUndefined();
  expect(exitCodeOf({ Exited: true, ExitCode: -1_073_741_510, LastWaitResult: 0 })).toBe(0xc000_013a);
  expect(exitCodeOf({ Exited: true, ExitCode: 5, LastWaitResult: -2_147_467_259 })).toBeNull();
  expect(exitCodeOf({ Exited: true })).toBeNull();
});

it("names the newest schema of the host", () => {
  const versions = (text: string) => newestSchema(parseDocument("x", text, ServiceProperties));
  expect(
    versions(
      '{"Properties":[{"SupportedSchemaVersions":[{"Major":2,"Minor":10},{"Major":1,"Minor":0},{"Major":2,"Minor":9}]}]}',
    ),
  ).toBe("2.10");
  expect(versions('{"Properties":[{}]}')).toBeNull();
  expect(versions("{}")).toBeNull();
});
