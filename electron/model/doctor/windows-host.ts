import { type Check, check, notApplicable, ok, problem, unknown, warning } from "./check.ts";
import type { ServiceName } from "./facts.ts";
import { manual } from "./fixes.ts";
import { joinGroup, launchHypervisor, startService } from "./windows-fixes.ts";

const COMMON = { category: "isolation", engines: ["docker", "hcs"] } as const;

/** Since it Windows has HCS with computecore.dll, which Isoscope and today's dockerd need. */
const OLDEST_BUILD = 17_763;
/** Hyper-V Administrators: its name is another in every language. */
const HYPERV_ADMINISTRATORS = "S-1-5-32-578";

const build = check({
  ...COMMON,
  category: "host",
  id: "windows.build",
  title: "Build of Windows",
  why: "Docker Engine and the Host Compute Service as Isoscope uses it need build 17763: Server 2019, Windows 10 1809.",
  needs: ["machine"],
  decide: ({ machine: { windows } }) => {
    const number = windows?.build ?? null;
    const evidence = [{ name: "Build", value: `${number ?? "not told"}.${windows?.revision ?? "?"}` }];
    if (number === null) return unknown("Windows did not tell its build.", evidence);
    if (number >= OLDEST_BUILD) return ok(`Build ${number}.`, evidence);
    return problem(`Build ${number} is older than 17763.`, evidence, {
      noFix: "A newer Windows is needed.",
    });
  },
});

const hypervisor = check({
  ...COMMON,
  id: "windows.hypervisor",
  title: "Hypervisor",
  why: "Hyper-V isolation needs it to run beneath Windows: the feature alone is not enough.",
  needs: ["computer", "person"],
  uses: ["machine"],
  decide: ({ computer, person }, { machine }) => {
    const { hypervisorPresent, firmwareVirtualisation } = computer;
    const evidence = [
      { name: "HypervisorPresent", value: shown(hypervisorPresent) },
      { name: "VirtualizationFirmwareEnabled", value: shown(firmwareVirtualisation) },
      ...(machine ? [{ name: "Host", value: machine.hypervisor.why }] : []),
    ];
    if (machine?.hypervisor.usable) return ok(machine.hypervisor.why, evidence);
    if (hypervisorPresent) return ok("Windows runs on a hypervisor.", evidence);
    if (hypervisorPresent === null) return unknown("Windows did not tell.", evidence);
    if (firmwareVirtualisation === false) {
      const step = [
        "Switch VT-x, or SVM on AMD, on in the firmware's settings, and start the host again.",
      ] as const;
      return problem("Virtualisation is switched off in the firmware.", evidence, {
        fixes: [manual("firmware", "Switch virtualisation on", step)],
      });
    }
    return problem("No hypervisor runs.", evidence, { fixes: [launchHypervisor(person)] });
  },
});

const shown = (value: boolean | null) => (value === null ? "not told" : value ? "yes" : "no");

/** How hypervisors name the computer they make up. */
const VIRTUAL = /virtual|vmware|kvm|qemu|xen|hvm domu|google compute|amazon ec2|parallels/i;

const nested = check({
  ...COMMON,
  id: "windows.nested",
  title: "Nested virtualisation",
  why: "When this host is itself a VM, the host around it has to let its VMs run VMs, or no utility VM starts (0xC0351000).",
  needs: ["computer"],
  uses: ["machine"],
  decide: ({ computer: { manufacturer, model } }, { machine }) => {
    const evidence = [
      { name: "Manufacturer", value: manufacturer || "not told" },
      { name: "Model", value: model || "not told" },
    ];
    if (!VIRTUAL.test(`${manufacturer} ${model}`)) return notApplicable("This host is not a VM.", evidence);
    if (machine?.hypervisor.usable) return ok("This host is a VM, and runs VMs.", evidence);
    return unknown(
      "This host is a VM. Only the start of a utility VM shows whether it may run VMs.",
      evidence,
      [
        manual("expose", "Let this VM run VMs", [
          "On the outer Hyper-V host, with this VM off, in a PowerShell started as administrator:",
          "Set-VMProcessor -VMName NAME -ExposeVirtualizationExtensions $true",
        ]),
      ],
    );
  },
});

const hostService = (name: ServiceName, title: string, why: string): Check =>
  check({
    ...COMMON,
    id: `windows.${name}`,
    title,
    why,
    needs: ["services", "person"],
    decide: ({ services, person }) => {
      const state = services[name];
      const evidence = [{ name, value: state }];
      if (state === "running") return ok(`The service ${name} runs.`, evidence);
      if (state === "changing") return ok(`The service ${name} is starting or stopping.`, evidence);
      if (state === "absent")
        return problem(`Windows knows no service ${name}.`, evidence, {
          noFix: "It comes with the feature Containers, or Hyper-V: see there.",
        });
      const fixes = [startService(name, title, person)] as const;
      return warning(`The service ${name} is stopped. Windows starts it when it is asked for.`, evidence, {
        fixes,
      });
    },
  });

const vmcompute = hostService(
  "vmcompute",
  "Hyper-V Host Compute Service",
  "It makes containers and utility VMs for all who ask: Docker, containerd, Isoscope.",
);

const hns = hostService(
  "hns",
  "Host Networking Service",
  "It makes the networks and port mappings of containers.",
);

const administrators = check({
  ...COMMON,
  engines: ["hcs"],
  id: "windows.hyperv-administrators",
  title: "Right to ask the Host Compute Service",
  why: "It answers administrators and members of Hyper-V Administrators (S-1-5-32-578) only; others get 0x8037011B.",
  needs: ["person"],
  decide: ({ person }) => {
    const evidence = [
      { name: "User", value: person.name },
      { name: "All rights", value: person.elevated ? "yes" : "no" },
      { name: "Groups", value: person.groups.join(", ") || "none" },
    ];
    if (person.elevated) return ok("Isoscope runs as administrator.", evidence);
    if (person.groups.includes(HYPERV_ADMINISTRATORS))
      return ok(`${person.name} is in Hyper-V Administrators.`, evidence);
    const fixes = [
      joinGroup(person, { name: "Hyper-V Administrators", sid: HYPERV_ADMINISTRATORS }),
    ] as const;
    return warning(`${person.name} is in neither group.`, evidence, { fixes });
  },
});

export const windowsHostChecks: readonly Check[] = [
  build,
  hypervisor,
  nested,
  vmcompute,
  hns,
  administrators,
];
