import type { FormEvent } from "react";
import type { EngineStatus } from "../../../electron/contract/engine.ts";
import type { Words } from "../../app/words.ts";
import type { HostInfo } from "../../engine/host-context.tsx";
import { preflightStrings } from "../../strings/launch-preflight.ts";
import { CommandField } from "./command-field.tsx";
import { withIsolation, withTrust } from "./form-changes.ts";
import { HolesSection } from "./holes/holes-section.tsx";
import { ImageField, useOwnCommand } from "./image-field.tsx";
import { IsolationCards } from "./isolation-cards.tsx";
import { LaunchNotes } from "./launch-notes.tsx";
import { MoreFields } from "./more-fields.tsx";
import { FilledNote } from "./paste/filled-note.tsx";
import { PasteButton } from "./paste/paste-button.tsx";
import { RunLineField } from "./paste/run-line-field.tsx";
import { useRunLine } from "./paste/use-run-line.ts";
import { ImageMarks } from "./preflight/image-marks.tsx";
import { PreflightBar } from "./preflight/preflight-bar.tsx";
import { type Preflight, recommended } from "./preflight/use-preflight.ts";
import { TrustCards } from "./trust-cards.tsx";
import type { LaunchFormState } from "./use-launch-form.ts";

interface LaunchFieldsProps {
  readonly host: HostInfo;
  readonly words: Words;
  readonly engines: readonly EngineStatus[];
  readonly state: LaunchFormState;
  readonly preflight: Preflight;
}

/** The left of the dialog, in the order of the questions. */
export function LaunchFields({ host, words, engines, state, preflight }: LaunchFieldsProps) {
  const { form, read, errors, choice, change, replace } = state;
  const { advice } = preflight;
  const ownCommand = useOwnCommand(form.image);
  const whyDefault = preflightStrings.defaultWhy(
    words.isolation[choice.isolation],
    preflight.defaultOf(choice.engine).rule.says,
  );
  const paste = useRunLine(form, replace, host.platform);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    state.submit();
  };
  return (
    <form ref={state.formRef} className="launch-form" onSubmit={onSubmit} noValidate>
      <RunLineField paste={paste} />
      <ImageField
        value={form.image}
        onChange={(image) => change({ image })}
        onPaste={paste.onPaste}
        error={errors.image}
        demo={host.demo.image}
        marks={(one) => <ImageMarks advice={preflight.adviceFor(one)} words={words} />}
        action={<PasteButton paste={paste} />}
      />
      <CommandField
        form={form}
        error={errors.command}
        ownCommand={ownCommand}
        onChange={change}
        onPaste={paste.onPaste}
      />
      <FilledNote paste={paste} platform={host.platform} />
      <IsolationCards
        value={form.isolation}
        onChange={(isolation) => replace(withIsolation(form, isolation))}
        engines={engines}
        advice={advice}
        recommended={recommended(advice, form.trust === "untrusted")}
        words={words}
      />
      <PreflightBar
        advice={advice}
        isolation={choice.isolation}
        words={words}
        engine={choice.engine}
        defaultWhy={form.isolation === "default" && choice.engine ? whyDefault : null}
        onIsolation={(isolation) => replace(withIsolation(form, isolation))}
      />
      <LaunchNotes choice={choice} verdict={advice[choice.isolation].verdict} error={state.launching.error} />
      <TrustCards value={form.trust} onChange={(trust) => replace(withTrust(form, trust))} words={words} />
      <HolesSection
        drafts={form.holes}
        errors={errors}
        choice={choice}
        platform={host.platform}
        onChange={(holes) => change({ holes })}
      />
      <MoreFields form={form} spec={read.spec} errors={errors} onChange={change} />
      {/* Enter in a field launches, as in any form. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
    </form>
  );
}
