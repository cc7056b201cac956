import { type Check, check, notApplicable, ok, problem, unknown, type Verdict, warning } from "./check.ts";
import { engineVerdict } from "./engine-verdict.ts";
import type { DoctorFacts, FeatureState } from "./facts.ts";
import { turnOn } from "./windows-fixes.ts";

const COMMON = { category: "isolation", engines: ["docker", "hcs"] } as const;

const engine = check({
  ...COMMON,
  engines: ["hcs"],
  id: "hcs.engine",
  title: "Host Compute Service",
  why: "It makes every container of Windows and shows all of them, whoever made them: Docker, containerd, WSL.",
  needs: ["engines"],
  decide: ({ engines }) => engineVerdict(engines.find(({ id }) => id === "hcs")),
});

const containers = check({
  ...COMMON,
  id: "windows.containers",
  title: "Feature Containers",
  why: "Both isolations need it: it brings what process isolation is made of.",
  needs: ["person", "machine"],
  uses: ["features", "services"],
  decide: ({ person, machine }, others) => {
    const sku = machine.windows?.sku ?? null;
    const evidence = featureEvidence(["Containers"], others);
    const fixes = [turnOn("Containers", sku, person)] as const;
    const state = others.features?.Containers;
    if (state === "enabled") return ok("It is on.", evidence);
    if (state !== undefined) return problem(`Containers is ${offWord(state)}.`, evidence, { fixes });
    if (others.services?.hns === "absent")
      return problem("Containers is off: Windows knows no service hns.", evidence, { fixes });
    return notTold(evidence);
  },
});

const hyperv = check({
  ...COMMON,
  id: "windows.hyperv",
  title: "Feature Hyper-V",
  why: "Hyper-V isolation runs each container in a utility VM, for which Windows needs this role. Process isolation does without.",
  needs: ["person", "machine"],
  uses: ["features", "services"],
  decide: ({ person, machine }, others) => {
    const sku = machine.windows?.sku ?? null;
    const evidence = featureEvidence(["Microsoft-Hyper-V", "Microsoft-Hyper-V-Hypervisor"], others);
    const state = others.features?.["Microsoft-Hyper-V"];
    if (state === "enabled") return ok("It is on.", evidence);
    if (state === undefined && others.services?.vmms !== "absent") {
      return others.services?.vmms === "running" ? ok("Its service vmms runs.", evidence) : notTold(evidence);
    }
    const remedy = { fixes: [turnOn("Hyper-V", sku, person)] } as const;
    const found = `Hyper-V is ${offWord(state ?? "disabled")}.`;
    // A server launches under process isolation unless told otherwise.
    return sku === "server" ? warning(found, evidence, remedy) : problem(found, evidence, remedy);
  },
});

const offWord = (state: FeatureState) => (state === "absent" ? "not part of this Windows" : "off");

const notTold = (evidence: Verdict["evidence"]) =>
  unknown(
    "Windows did not tell which features are on. An administrator sees it with Get-WindowsFeature or Get-WindowsOptionalFeature -Online.",
    evidence,
  );

function featureEvidence(
  names: readonly string[],
  { features, services }: Partial<DoctorFacts>,
): Verdict["evidence"] {
  return [
    ...names.map((name) => ({ name, value: features?.[name] ?? "not told" })),
    ...Object.entries(services ?? {})
      .filter(([name]) => ["vmcompute", "hns", "vmms"].includes(name))
      .map(([name, value]) => ({ name: `Service ${name}`, value })),
  ];
}

/** Editions without the features; Windows calls Home "Core". */
const HOME = /^Core/;

const edition = check({
  ...COMMON,
  id: "windows.edition",
  title: "Edition of Windows",
  why: "Windows Home has neither Containers nor Hyper-V. Pro, Enterprise, Education and Server have both.",
  needs: ["machine"],
  decide: ({ machine: { windows } }) => {
    const evidence = [
      { name: "EditionID", value: windows?.edition ?? "not told" },
      { name: "Product", value: windows?.sku ?? "not told" },
    ];
    if (!windows?.edition) return unknown("Windows did not tell its edition.", evidence);
    if (!HOME.test(windows.edition)) return ok(`${windows.edition}.`, evidence);
    return problem("This is Windows Home.", evidence, {
      noFix: "Only another edition has the features: Settings, System, Activation leads to Pro.",
    });
  },
});

const drive = check({
  ...COMMON,
  id: "windows.drive",
  title: "Windows' drive",
  why: "Process isolation on Windows Server needs Windows to be installed on C:.",
  needs: ["systemDrive", "machine"],
  decide: ({ systemDrive, machine }) => {
    const evidence = [{ name: "SystemDrive", value: systemDrive }];
    if (machine.windows?.sku === "client")
      return notApplicable("It is asked for on Windows Server only.", evidence);
    if (systemDrive.toUpperCase() === "C:") return ok("Windows is on C:.", evidence);
    return warning(`Windows is on ${systemDrive}: process isolation is not supported.`, evidence, {
      noFix: "Windows has to be installed anew on C:. Hyper-V isolation works.",
    });
  },
});

export const windowsFeatureChecks: readonly Check[] = [engine, containers, hyperv, edition, drive];
