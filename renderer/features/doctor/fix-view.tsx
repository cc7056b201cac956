import { Button } from "@fluentui/react-components";
import { OpenRegular } from "@fluentui/react-icons/svg/open";
import { ShieldRegular } from "@fluentui/react-icons/svg/shield";
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { CommandFix, Fix } from "../../../electron/contract/doctor.ts";
import { doctorStrings } from "../../strings/doctor.ts";
import { openFix } from "../../ui-state/surfaces.ts";
import { CommandLine } from "./command-line.tsx";

interface FixViewProps {
  /** The check's id. */
  readonly check: string;
  readonly fix: Fix;
  /** A fix of this finding runs. */
  readonly busy: boolean;
}

/** One way to mend it: a button that asks first, a command to copy, steps by hand, or a page to read. */
export function FixView({ check, fix, busy }: FixViewProps) {
  switch (fix.kind) {
    case "command":
      return <CommandView check={check} fix={fix} busy={busy} />;
    case "manual":
      return (
        <div className="fix">
          <b>{fix.title}</b>
          {fix.steps.map(({ text, command }) => (
            <div key={text} className="fix-step">
              <span>{text}</span>
              {command !== null && <CommandLine title={fix.title} command={command} />}
            </div>
          ))}
        </div>
      );
    case "link":
      return (
        <a className="fix-link" href={fix.url} target="_blank" rel="noreferrer">
          {fix.title}
          <OpenRegular aria-label={doctorStrings.opensOutside} />
        </a>
      );
  }
}

function CommandView({ check, fix, busy }: FixViewProps & { readonly fix: CommandFix }) {
  const { title, runnable, typed, changes, after, id } = fix;
  const button = useRef<HTMLElement>(null);
  useHandOver(button);
  if (runnable.can) {
    return (
      <Button
        ref={(node: HTMLElement | null) => {
          button.current = node;
        }}
        className="fix-button"
        size="small"
        icon={fix.elevated ? <ShieldRegular /> : null}
        disabledFocusable={busy}
        onClick={() => openFix(check, id)}
      >
        {title}
      </Button>
    );
  }
  return (
    <div className="fix">
      <b>{title}</b>
      <span>
        {changes} {runnable.reason}
      </span>
      <CommandLine title={title} command={typed} />
      {after !== null && <span className="dim">{after}</span>}
    </div>
  );
}

/** A fix that has worked is offered no more: its button hands the focus to the card's title before it goes. */
function useHandOver(button: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { current } = button;
    return () => {
      if (current && document.activeElement === current)
        current.closest("article")?.querySelector("h3")?.focus();
    };
  }, [button]);
}
