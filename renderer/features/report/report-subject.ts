import { createContext, useContext } from "react";
import type { Comparison } from "../../../electron/contract/compare.ts";
import type { Container } from "../../../electron/contract/container.ts";
import type { EngineStatus } from "../../../electron/contract/engine.ts";
import type { Scope } from "../../../electron/contract/scope.ts";

/** What a report is made of: what the screen has, at the moment of the click. */
export type ReportSubject =
  | {
      readonly kind: "scope";
      readonly container: Container;
      readonly scope: Scope;
      readonly engine: EngineStatus | undefined;
    }
  | {
      readonly kind: "compare";
      readonly comparison: Comparison;
      readonly engines: readonly EngineStatus[];
    };

const SubjectContext = createContext<ReportSubject | null>(null);

export const ReportSubjectProvider = SubjectContext.Provider;

export function useReportSubject(): ReportSubject {
  const subject = useContext(SubjectContext);
  if (!subject) throw new Error("A report of nothing was asked for.");
  return subject;
}
