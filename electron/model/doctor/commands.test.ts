import { expect, it } from "vitest";
import { windowsFacts } from "./fixtures/host-facts.ts";
import { type Change, dead, type Platform, root, socket, verdict, without } from "./fixtures/verdicts.ts";

const user = { name: "contoso\\o'hara", elevated: false, groups: ["Users"], listed: ["Users"] };
const containersOff: Change = { features: { ...windowsFacts.features, Containers: "disabled" } };
const client: Change = {
  machine: { ...windowsFacts.machine, windows: { ...windowsFacts.machine.windows, sku: "client" } },
};

const command = (platform: Platform, id: string, change: Change) => {
  const fix = verdict(platform, id, change).fixes[0];
  if (fix?.kind !== "command") throw new Error("The first fix is no command.");
  return fix;
};

it("are run by root, and typed with sudo by others", () => {
  const change = { endpoints: socket("absent"), engines: dead };
  expect(command("linux", "docker.socket", { ...change, person: root })).toMatchObject({
    ...{ argv: ["systemctl", "start", "docker"], typed: "systemctl start docker", elevated: true },
    runnable: { can: true },
  });
  expect(command("linux", "docker.socket", change)).toMatchObject({
    typed: "sudo systemctl start docker",
    runnable: { can: false, reason: expect.stringContaining("runs as ana") },
  });
});

it("name packages on Debian and its kin only", () => {
  const elsewhere = { ...without("qemu"), distribution: { ids: ["fedora"], systemd: true } };
  expect(command("linux", "microvm.qemu", without("qemu")).argv).toEqual([
    "apt-get",
    "install",
    "-y",
    "--no-install-recommends",
    "qemu-system-x86",
  ]);
  expect(verdict("linux", "microvm.qemu", elsewhere).fixes[0]).toMatchObject({ kind: "manual" });
});

it("quote a name for PowerShell so that nothing in it is code", () => {
  const fix = command("win32", "windows.hyperv-administrators", { person: user });
  expect(fix.argv.at(-1)).toBe("Add-LocalGroupMember -SID S-1-5-32-578 -Member 'contoso\\o''hara'");
  expect(fix.runnable.can).toBe(false);
});

it("turn features on as server and client each do", () => {
  expect(command("win32", "windows.containers", containersOff).typed).toBe(
    "Install-WindowsFeature -Name Containers",
  );
  expect(command("win32", "windows.containers", { ...containersOff, ...client }).typed).toBe(
    "Enable-WindowsOptionalFeature -Online -FeatureName Containers -All -NoRestart",
  );
});
