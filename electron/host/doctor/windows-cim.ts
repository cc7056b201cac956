import { z } from "zod";
import type { DoctorFacts, FeatureState } from "../../model/doctor/facts.ts";

/** Windows' own inventory (WMI), which any user may ask; DISM tells the same to administrators only. */
const FEATURES = [
  "Get-CimInstance -ClassName Win32_OptionalFeature -Filter",
  "'Name=''Containers'' OR Name=''Microsoft-Hyper-V'' OR Name=''Microsoft-Hyper-V-Hypervisor'''",
  "| Select-Object Name, InstallState | ConvertTo-Json -Compress",
].join(" ");

const COMPUTER = [
  "$c = Get-CimInstance -ClassName Win32_ComputerSystem;",
  "$p = @(Get-CimInstance -ClassName Win32_Processor)[0];",
  "ConvertTo-Json -Compress @{ hypervisorPresent = $c.HypervisorPresent; manufacturer = $c.Manufacturer;",
  "model = $c.Model; firmwareVirtualisation = $p.VirtualizationFirmwareEnabled }",
].join(" ");

const STATES: Readonly<Record<number, FeatureState>> = { 1: "enabled", 2: "disabled", 3: "absent" };

const Feature = z.object({ Name: z.string(), InstallState: z.number() });
const Features = z.union([z.array(Feature), Feature.transform((one) => [one])]);

const Computer = z.object({
  hypervisorPresent: z.boolean().nullable(),
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  firmwareVirtualisation: z.boolean().nullable(),
});

type Run = (argv: readonly [string, ...string[]]) => Promise<string>;

const ask = async (run: Run, script: string): Promise<unknown> => {
  const text = await run(["powershell.exe", "-NoProfile", "-NonInteractive", "-Command", script]);
  if (text.trim() === "") throw new Error("PowerShell told nothing.");
  return JSON.parse(text);
};

/** Which of the features that isolation needs are on; those Windows does not know are absent. */
export async function readFeatures(run: Run): Promise<DoctorFacts["features"]> {
  const features = Features.parse(await ask(run, FEATURES));
  const told = features.map(({ Name, InstallState }) => [Name, STATES[InstallState] ?? "disabled"] as const);
  const none = { Containers: "absent", "Microsoft-Hyper-V": "absent" } as const;
  return { ...none, ...Object.fromEntries(told) };
}

export async function readComputer(run: Run): Promise<DoctorFacts["computer"]> {
  const { hypervisorPresent, firmwareVirtualisation, manufacturer, model } = Computer.parse(
    await ask(run, COMPUTER),
  );
  return {
    hypervisorPresent,
    manufacturer: manufacturer ?? "",
    model: model ?? "",
    // Under a hypervisor Windows sees the firmware's switch as off, whatever it is.
    firmwareVirtualisation: hypervisorPresent ? null : firmwareVirtualisation,
  };
}
