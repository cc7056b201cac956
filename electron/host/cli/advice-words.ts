import type { Advice, AdvisedHost, AdvisedImage, ModeAdvice, Source } from "../../model/advisor/advice.ts";
import { factLines } from "./facts.ts";

const ISOLATIONS = {
  windows: { process: "Process isolation", hyperv: "Hyper-V isolation" },
  linux: { process: "Shared kernel", hyperv: "Micro-VM" },
} as const;

/** What is to be expected, for people: each isolation's verdict with the rule that spoke, and what can be done. */
export function adviceLines(advice: Advice, host: AdvisedHost, image: AdvisedImage): string[] {
  const words = ISOLATIONS[host.os];
  return [
    ...factLines([
      ["Host", system(host, [host.sku, host.edition])],
      ["Image", system(image, [])],
    ]),
    ...modeLines(words.process, advice.process),
    ...modeLines(words.hyperv, advice.hyperv),
  ];
}

type Described = Pick<AdvisedImage, "os" | "architecture" | "build" | "revision">;

function system({ os, architecture, build, revision }: Described, more: readonly (string | null)[]): string {
  const number = build === null ? null : `build ${build}${revision === null ? "" : `.${revision}`}`;
  const words = [os === null ? "system not known" : os, number, ...more, architecture];
  return words.filter((word) => word !== null).join(", ");
}

function modeLines(word: string, { verdict, hresult, rule, remedies }: ModeAdvice): string[] {
  const { says, id, sources, disagreement } = rule;
  return [
    "",
    `${word}: ${verdict}${hresult === null ? "" : ` (${hresult})`}`,
    ...factLines([
      ["  Why", says],
      ["  Rule", id, ...sources.map(sourceText)],
      ...(disagreement
        ? [["  But", disagreement.says, ...disagreement.sources.map(sourceText)] as const]
        : []),
      ["  What to do", ...remedies.map(remedyText)],
    ]),
  ];
}

const sourceText = ({ title, url }: Source): string => (url === undefined ? title : `${title}: ${url}`);

const remedyText = (remedy: ModeAdvice["remedies"][number]): string =>
  remedy.kind === "enable-feature" && remedy.command !== null
    ? `${remedy.label}: ${remedy.command}`
    : remedy.label;
