import { Button, Link } from "@fluentui/react-components";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { Fragment, useState } from "react";
import type { EngineStatus, Isolation } from "../../../../electron/contract/engine.ts";
import type { Advice, ModeAdvice, Remedy, Source } from "../../../../electron/model/advisor/advice.ts";
import type { Words } from "../../../app/words.ts";
import { preflightStrings, remedyLabel } from "../../../strings/launch-preflight.ts";
import { CopyTextButton } from "../../../ui/copy-text-button.tsx";

interface PreflightBarProps {
  readonly advice: Advice;
  readonly isolation: Isolation;
  readonly words: Words;
  /** Why the default is what it is; null unless the default is chosen. */
  readonly defaultWhy: string | null;
  /** What would run it, with what it says of itself. */
  readonly engine: EngineStatus | null;
  readonly onIsolation: (isolation: Isolation) => void;
}

const WEIGHT = { fails: 3, unknown: 2, "unsupported-for-production": 1, runs: 0 } as const;

/** The mode to speak of: the chosen one, unless the other has more to say and the chosen one is fine. */
function spokenOf(advice: Advice, chosen: Isolation): ModeAdvice {
  const other = advice[chosen === "process" ? "hyperv" : "process"];
  const own = advice[chosen];
  return WEIGHT[own.verdict] === 0 && WEIGHT[other.verdict] > 0 && other.hresult !== null ? other : own;
}

/**
 * What the advisor says of this launch, with the rule's source and the engine's notes in full behind "Why?". It advises and
 * never forbids.
 */
export function PreflightBar(props: PreflightBarProps) {
  const { advice, isolation, words, defaultWhy, engine, onIsolation } = props;
  const [open, setOpen] = useState(false);
  const spoken = spokenOf(advice, isolation);
  const own = spoken === advice[isolation] && spoken.verdict !== "runs";
  // Where all is well, why the default is what it is says more than that all is well.
  const says = spoken.verdict !== "runs" || defaultWhy === null || open;
  // What would help a mode that is not chosen is for whoever asks.
  const remedies = spoken.remedies.filter(
    (remedy) => (own || open) && (remedy.kind !== "use-isolation" || remedy.isolation !== isolation),
  );
  return (
    <section className="launch-note preflight" aria-label={preflightStrings.bar}>
      <InfoRegular />
      <div className="preflight-text">
        <p role="status" hidden={!says}>
          {emphasised(spoken.rule.says)}
        </p>
        {defaultWhy !== null && <p>{defaultWhy}</p>}
        {engine && engine.notes.length > 0 && (
          <p className={open ? "dim" : "dim in-short"}>
            {preflightStrings.engineNotes(engine.title, engine.notes)}
          </p>
        )}
        {open && <PreflightSources rule={spoken.rule} />}
        {remedies.map((remedy) => (
          <RemedyLine key={remedy.label} remedy={remedy} words={words} onIsolation={onIsolation} />
        ))}
      </div>
      <Button size="small" appearance="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {preflightStrings.why}
      </Button>
    </section>
  );
}

/** Builds and result codes stand out, as what a reader compares. */
const emphasised = (text: string) =>
  text.split(/(\b0x[0-9a-f]{8}\b|\b\d{5}\b)/).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence in their order
      <b key={index} className="mono">
        {part}
      </b>
    ),
  );

interface RemedyLineProps {
  readonly remedy: Remedy;
  readonly words: Words;
  readonly onIsolation: (isolation: Isolation) => void;
}

function RemedyLine({ remedy, words, onIsolation }: RemedyLineProps) {
  switch (remedy.kind) {
    case "use-isolation":
      return (
        <Button size="small" className="remedy" onClick={() => onIsolation(remedy.isolation)}>
          {remedyLabel(remedy, words)}
        </Button>
      );
    case "enable-feature":
      return (
        <p>
          {remedy.label}. {remedy.command !== null && <CommandToCopy command={remedy.command} />}
        </p>
      );
    case "use-tag":
    case "other":
      return <p>{/[.!?]$/.test(remedy.label) ? remedy.label : `${remedy.label}.`}</p>;
  }
}

function CommandToCopy({ command }: { readonly command: string }) {
  return (
    <>
      <code className="mono">{command}</code>{" "}
      <CopyTextButton appearance="subtle" text={() => command} words={preflightStrings.copyCommand} />
    </>
  );
}

function PreflightSources({ rule }: { readonly rule: ModeAdvice["rule"] }) {
  return (
    <>
      <p className="dim">
        {preflightStrings.sources}: <Sources sources={rule.sources} />
      </p>
      {rule.disagreement && (
        <p className="dim">
          {preflightStrings.disagrees} {rule.disagreement.says}{" "}
          <Sources sources={rule.disagreement.sources} />
        </p>
      )}
    </>
  );
}

const Sources = ({ sources }: { readonly sources: readonly Source[] }) =>
  sources.map(({ title, url }, index) => (
    <Fragment key={title}>
      {index > 0 && ", "}
      {url === undefined ? (
        title
      ) : (
        <Link inline href={url} target="_blank" rel="noreferrer">
          {title}
        </Link>
      )}
    </Fragment>
  ));
