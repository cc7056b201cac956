import { describe, expect, it } from "vitest";
import { readComputer, readFeatures } from "./windows-cim.ts";
import { parseWhoamiGroups, readWindowsPerson } from "./windows-person.ts";
import { parseServiceState, readServices } from "./windows-services.ts";

type Argv = readonly [string, ...string[]];

const GROUPS = [
  '"Everyone","Well-known group","S-1-1-0","Mandatory group, Enabled by default, Enabled group"',
  '"HV-LAB-01\\docker-users","Alias","S-1-5-21-1-2-3-1001","Mandatory group, Enabled"',
  '"Mandatory Label\\High Mandatory Level","Label","S-1-16-12288",""',
  "",
].join("\r\n");

const query = (state: string) => `
SERVICE_NAME: vmcompute
        TYPE               : 30  WIN32
        STATE              : ${state}
                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)
        WIN32_EXIT_CODE    : 0  (0x0)
        SERVICE_EXIT_CODE  : 0  (0x0)
        CHECKPOINT         : 0x0
        WAIT_HINT          : 0x0
`;

const failing = (code: number) => Object.assign(new Error("failed"), { code });

describe("who runs the app", () => {
  it("is known with the groups in force, by name and by SID, and whether with all rights", async () => {
    const run = async ([, ...args]: Argv) => (args.length === 0 ? "hv-lab-01\\ana\r\n" : GROUPS);
    const person = await readWindowsPerson(run);
    expect(person).toMatchObject({ name: "hv-lab-01\\ana", elevated: true });
    expect(person.groups).toEqual(expect.arrayContaining(["docker-users", "S-1-16-12288"]));
  });

  it("is not known where no groups are told", async () => {
    expect(parseWhoamiGroups("\r\nINFO: nothing\r\n")).toEqual([]);
    await expect(readWindowsPerson(async () => "")).rejects.toThrow("names no groups");
  });
});

describe("services", () => {
  it.each([
    ["4  RUNNING", "running"],
    ["1  STOPPED", "stopped"],
    ["2  START_PENDING", "changing"],
    ["4  WIRD AUSGEFÜHRT", "running"],
  ])("%s is %s, whatever the language", (line, state) => {
    expect(parseServiceState(query(line))).toBe(state);
  });

  it("that Windows does not know are absent; what sc.exe cannot tell is not known", async () => {
    const services = await readServices(async ([, , name]) => {
      if (name === "docker") throw failing(1060);
      return query("4  RUNNING");
    });
    expect(services).toMatchObject({ docker: "absent", vmcompute: "running" });
    await expect(readServices(async () => Promise.reject(failing(5)))).rejects.toThrow();
    await expect(readServices(async () => "")).rejects.toThrow("names no state");
  });
});

describe("Windows' own inventory", () => {
  it("names the features that are on; a single one comes without a list", async () => {
    const many = '[{"Name":"Containers","InstallState":1},{"Name":"Microsoft-Hyper-V","InstallState":2}]';
    expect(await readFeatures(async () => many)).toEqual({
      Containers: "enabled",
      "Microsoft-Hyper-V": "disabled",
    });
    const one = '{"Name":"Containers","InstallState":1}';
    expect(await readFeatures(async () => one)).toEqual({
      Containers: "enabled",
      "Microsoft-Hyper-V": "absent",
    });
  });

  it("says nothing of the firmware beneath a hypervisor", async () => {
    const computer = (hypervisorPresent: boolean) =>
      readComputer(async () =>
        JSON.stringify({
          hypervisorPresent,
          manufacturer: "Contoso",
          model: null,
          firmwareVirtualisation: false,
        }),
      );
    expect(await computer(true)).toMatchObject({ firmwareVirtualisation: null, model: "" });
    expect(await computer(false)).toMatchObject({ firmwareVirtualisation: false });
  });

  it("is not known where PowerShell says nothing, or something else", async () => {
    await expect(readFeatures(async () => " \r\n")).rejects.toThrow("told nothing");
    await expect(readComputer(async () => "[]")).rejects.toThrow();
  });
});
