import type { Kernel, Scope } from "../../../electron/contract/scope.ts";
import { formatDuration } from "../../../electron/model/format.ts";
import { engineName } from "../../app/engine-state.ts";
import { presenterStrings } from "../../strings/presenter.ts";
import type { Facts } from "./facts.ts";

const SIGNS = { shared: "=", separate: "≠", unknown: "?" } as const;
const VERDICTS = {
  shared: presenterStrings.equalKernels,
  separate: presenterStrings.twoKernels,
  unknown: presenterStrings.unknownKernels,
} as const;

/** What both sides stand on: one slab under both, or one each and the hypervisor below. */
export function StageSlabs({ facts }: { readonly facts: Facts }) {
  const { step, shown, host } = facts;
  const scope = shown?.scope ?? null;
  const hostKernel = scope?.hostKernel ?? host.kernel;
  const now = scope?.hostAt ?? Date.now();
  if (step.isolation === "process") {
    return (
      <section className="stage-slab shared" aria-label={presenterStrings.kernels}>
        <Reading name={presenterStrings.kernelInside} text={insideText(scope, now)} />
        <Verdict scope={scope} />
        <Reading name={presenterStrings.kernelOfHost} text={kernelText(hostKernel, now)} />
      </section>
    );
  }
  const { engine, words } = facts;
  const below = words.hypervisor ?? (engine ? engineName(engine).name : words.vm);
  return (
    <section className="stage-slabs" aria-label={presenterStrings.kernels}>
      <div className="stage-slab guest">
        <Reading name={presenterStrings.ownKernel} text={insideText(scope, now)} />
      </div>
      <Verdict scope={scope} />
      <div className="stage-slab host">
        <Reading name={presenterStrings.hostsKernel} text={kernelText(hostKernel, now)} />
      </div>
      <div className="stage-hypervisor">{below}</div>
    </section>
  );
}

function insideText(scope: Scope | null, now: number): string {
  return scope ? kernelText(scope.containerKernel, now) : presenterStrings.notRun;
}

function kernelText(kernel: Kernel | null, now: number): string {
  if (!kernel) return presenterStrings.notRead;
  return kernel.bootedAt === null
    ? kernel.release
    : `${kernel.release}, up ${formatDuration(now - kernel.bootedAt)}`;
}

function Reading({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div className="stage-kernel">
      <b>{name}</b>
      <span className="mono">{text}</span>
    </div>
  );
}

function Verdict({ scope }: { readonly scope: Scope | null }) {
  if (!scope) return <span />;
  return (
    <div className="stage-verdict" title={scope.kernelEvidence}>
      <span aria-hidden="true">{SIGNS[scope.kernels]}</span>
      <small>{VERDICTS[scope.kernels]}</small>
    </div>
  );
}
