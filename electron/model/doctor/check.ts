import type { DoctorCategory, Finding, FindingState, Fix } from "../../contract/doctor.ts";
import type { DoctorFacts, FactName, Learnt, LearntFacts } from "./facts.ts";

export type Evidence = Finding["evidence"];

/** What can be done about it; where there is nothing, why. */
export type Remedy = { readonly fixes: readonly [Fix, ...Fix[]] } | { readonly noFix: string };

/** What a check says. */
export interface Verdict {
  readonly state: FindingState;
  readonly found: string;
  readonly evidence: Evidence;
  readonly fixes: readonly Fix[];
  readonly noFix: string | null;
}

export type Facts<N extends FactName> = { readonly [K in N]: DoctorFacts[K] };

export interface CheckTitle {
  readonly id: string;
  readonly category: DoctorCategory;
  readonly title: string;
  readonly engines: readonly string[];
  readonly why: string;
}

interface Rule<N extends FactName> extends CheckTitle {
  /** What it cannot do without: an unknown one makes the finding unknown. */
  readonly needs: readonly N[];
  /** What only adds to it. */
  readonly uses?: readonly FactName[];
  readonly decide: (facts: Facts<N>, others: Partial<DoctorFacts>) => Verdict;
}

/** One diagnostic check. Pure: what it reads is given. */
export interface Check extends CheckTitle {
  readonly reads: readonly FactName[];
  readonly find: (facts: LearntFacts) => Verdict;
}

export function check<N extends FactName>(rule: Rule<N>): Check {
  const { needs, uses = [], decide, ...title } = rule;
  return {
    ...title,
    reads: [...needs, ...uses],
    find: (learnt) => {
      const facts = valuesOf(learnt);
      if (holds(facts, needs)) return decide(facts, facts);
      return unknown(needs.flatMap((name) => whyNot(learnt[name])).join(" "));
    },
  };
}

const whyNot = (fact: Learnt<unknown> | undefined): string[] =>
  fact?.known ? [] : [fact?.why ?? "It was not looked at."];

function holds<N extends FactName>(
  facts: Partial<DoctorFacts>,
  needs: readonly N[],
): facts is Partial<DoctorFacts> & Facts<N> {
  return needs.every((name) => facts[name] !== undefined);
}

function valuesOf(learnt: LearntFacts): Partial<DoctorFacts> {
  const known = Object.entries(learnt).flatMap(([name, fact]) => (fact.known ? [[name, fact.value]] : []));
  return Object.fromEntries(known);
}

export const ok = (found: string, evidence: Evidence = []): Verdict => ({
  ...{ state: "ok", found, evidence, fixes: [], noFix: null },
});

export const unknown = (found: string, evidence: Evidence = [], fixes: readonly Fix[] = []): Verdict => ({
  ...{ state: "unknown", found, evidence, fixes, noFix: null },
});

export const notApplicable = (found: string, evidence: Evidence = []): Verdict => ({
  ...{ state: "not-applicable", found, evidence, fixes: [], noFix: null },
});

/** Something works less well than it could. */
export const warning = (found: string, evidence: Evidence, remedy: Remedy): Verdict => ({
  ...{ state: "warning", found, evidence },
  ...treat(remedy),
});

/** Something does not work. */
export const problem = (found: string, evidence: Evidence, remedy: Remedy): Verdict => ({
  ...{ state: "problem", found, evidence },
  ...treat(remedy),
});

const treat = (remedy: Remedy) =>
  "fixes" in remedy ? { fixes: remedy.fixes, noFix: null } : { fixes: [], noFix: remedy.noFix };
