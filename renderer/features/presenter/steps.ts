import type { Isolation } from "../../../electron/contract/engine.ts";

/** What a step does: launches, shows the inside, looks on the host, or shows what wraps the VM. */
export type StepKind = "run" | "inside" | "look" | "worker";

export interface Step {
  readonly number: number;
  readonly isolation: Isolation;
  readonly kind: StepKind;
}

/** The seven steps, in two groups. */
export const STEPS: readonly Step[] = [
  { number: 1, isolation: "process", kind: "run" },
  { number: 2, isolation: "process", kind: "inside" },
  { number: 3, isolation: "process", kind: "look" },
  { number: 4, isolation: "hyperv", kind: "run" },
  { number: 5, isolation: "hyperv", kind: "inside" },
  { number: 6, isolation: "hyperv", kind: "look" },
  { number: 7, isolation: "hyperv", kind: "worker" },
];

const FIRST: Step = { number: 1, isolation: "process", kind: "run" };

export const stepAt = (number: number): Step => STEPS.find((step) => step.number === number) ?? FIRST;

export const stepsOf = (isolation: Isolation): readonly Step[] =>
  STEPS.filter((step) => step.isolation === isolation);

/** The step that launches what this step shows. */
export const runStepOf = (isolation: Isolation): number => stepsOf(isolation)[0]?.number ?? 1;
