import type { EngineStatus } from "../../../electron/contract/engine.ts";
import type { Kernel, Scope } from "../../../electron/contract/scope.ts";
import { formatDateTime, formatDuration } from "../../../electron/model/format.ts";
import { engineName } from "../../app/engine-state.ts";
import type { Words } from "../../app/words.ts";
import { scopeStrings } from "../../strings/scope.ts";

interface KernelStripProps {
  readonly scope: Scope;
  readonly engine: EngineStatus | undefined;
  readonly words: Words;
  /** How many VMs stand on the hypervisor, in words. */
  readonly vmCount: string;
}

const VERDICTS = {
  shared: { sign: "=", words: scopeStrings.sharedKernel },
  separate: { sign: "≠", words: scopeStrings.twoKernels },
  unknown: { sign: "?", words: scopeStrings.unknownKernels },
} as const;

/** What both sides stand on. One slab under both is one kernel; two slabs are two. */
export function KernelStrip({ scope, engine, words, vmCount }: KernelStripProps) {
  const name = engine && engineName(engine);
  const { hostKernel, containerKernel, kernels, kernelEvidence, hostAt } = scope;
  const verdict = VERDICTS[kernels];
  const middle = (
    <div className="kernel-verdict" title={kernelEvidence}>
      <b aria-hidden="true">{verdict.sign}</b>
      {verdict.words}
    </div>
  );
  if (scope.isolation !== "hyperv") {
    return (
      <section className="kernel-slab shared" aria-label={scopeStrings.kernels}>
        <KernelFacts name={scopeStrings.kernel} kernel={containerKernel} now={hostAt} />
        {middle}
        <KernelFacts name={scopeStrings.kernel} kernel={hostKernel} now={hostAt} />
      </section>
    );
  }
  return (
    <section className="kernel-slabs" aria-label={scopeStrings.kernels}>
      <div className="kernel-slab guest">
        <KernelFacts name={scopeStrings.guestKernel} kernel={containerKernel} now={hostAt} />
      </div>
      {middle}
      <div className="kernel-slab host">
        <KernelFacts name={scopeStrings.hostKernel} kernel={hostKernel} now={hostAt} />
      </div>
      <div className="hypervisor-slab">
        <span className="ellipsis" title={name?.full}>
          <b>{words.hypervisor ?? name?.name ?? words.vm}</b>
          {words.hypervisor === null && name?.how}
        </span>
        <span className="grow" />
        <span>{vmCount}</span>
      </div>
    </section>
  );
}

interface KernelFactsProps {
  readonly name: string;
  readonly kernel: Kernel | null;
  readonly now: number;
}

function KernelFacts({ name, kernel, now }: KernelFactsProps) {
  const { booted, notRead } = scopeStrings;
  const up = (at: number) => `${formatDateTime(at)}, up ${formatDuration(now - at)}`;
  return (
    <dl className="kernel-facts">
      <dt>{name}</dt>
      <dd>{kernel?.release ?? notRead}</dd>
      <dt>{booted}</dt>
      <dd>{kernel?.bootedAt ? up(kernel.bootedAt) : notRead}</dd>
    </dl>
  );
}
