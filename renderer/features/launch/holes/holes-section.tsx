import { Checkmark16Regular } from "@fluentui/react-icons/svg/checkmark";
import { useEffect, useRef, useState } from "react";
import { isCounted } from "../../../../electron/model/holes.ts";
import type { HostInfo } from "../../../engine/host-context.tsx";
import { launchHoleStrings } from "../../../strings/launch-holes.ts";
import type { LaunchChoice } from "../launch-choice.ts";
import type { FieldErrors } from "../launch-form.ts";
import { LaunchSection } from "../launch-section.tsx";
import { AddHoleMenu } from "./add-hole-menu.tsx";
import { holeAbility } from "./hole-ability.ts";
import { type HoleDraft, type HoleKindToAdd, newDraft, nextId, shownHole } from "./hole-draft.ts";
import { HoleRow } from "./hole-row.tsx";
import { closedList } from "./hole-words.ts";
import type { HoleErrors } from "./read-draft.ts";
import "./holes.css";

interface HolesSectionProps {
  readonly drafts: readonly HoleDraft[];
  readonly errors: FieldErrors;
  readonly choice: LaunchChoice;
  readonly platform: HostInfo["platform"];
  readonly onChange: (drafts: readonly HoleDraft[]) => void;
}

/** Everything that is opened in the boundary on purpose, and what stays closed. */
export function HolesSection({ drafts, errors, choice, platform, onChange }: HolesSectionProps) {
  const [folded, setFolded] = useState(true);
  const [edited, setEdited] = useState<number | null>(null);
  const focus = useFocusRequest();
  const open = !folded || holesRefused(errors);
  const numbers = numbersOf(drafts);
  const counted = numbers.filter((number) => number !== null).length;
  const add = (kind: HoleKindToAdd) => {
    const draft = newDraft(kind, nextId(drafts));
    onChange([...drafts, draft]);
    setFolded(false);
    setEdited(draft.id);
    focus.request({ kind: "editor", id: draft.id });
  };
  const remove = (index: number) => {
    const left = drafts.filter((_draft, at) => at !== index);
    const next = left[index] ?? left.at(-1);
    onChange(left);
    focus.request(next ? { kind: "row", id: next.id } : { kind: "add" });
  };
  const replace = (draft: HoleDraft) =>
    onChange(drafts.map((before) => (before.id === draft.id ? draft : before)));
  return (
    <div ref={focus.root}>
      <LaunchSection
        title={launchHoleStrings.title}
        summary={launchHoleStrings.open(counted)}
        open={open}
        onToggle={() => setFolded(!folded)}
        action={<AddHoleMenu platform={platform} button={focus.add} onAdd={add} />}
      >
        <ul className="launch-holes" aria-label={launchHoleStrings.list}>
          {drafts.map((draft, index) => {
            const own = errorsOf(errors, index);
            const wrong = Object.keys(own).some((field) => field !== "");
            return (
              <HoleRow
                key={draft.id}
                draft={draft}
                number={numbers[index] ?? null}
                errors={own}
                capability={holeAbility(draft, choice, platform)}
                platform={platform}
                open={edited === draft.id || wrong}
                onToggle={() => setEdited(edited === draft.id ? null : draft.id)}
                onChange={replace}
                onRemove={() => remove(index)}
              />
            );
          })}
        </ul>
        {errors.holes !== undefined && (
          <p className="hole-error" role="alert">
            {errors.holes}
          </p>
        )}
        <p className="hole-closed">
          <Checkmark16Regular />
          {launchHoleStrings.closed(closedList(drafts, platform))}
        </p>
        {platform === "win32" && <p className="hole-closed dim">{launchHoleStrings.notOnWindowsNote}</p>}
      </LaunchSection>
    </div>
  );
}

/** Counted from 1, as in the preview; null of what opens no way. */
export function numbersOf(drafts: readonly HoleDraft[]): readonly (number | null)[] {
  let number = 0;
  return drafts.map((draft) => (isCounted(shownHole(draft)) ? ++number : null));
}

const holesRefused = (errors: FieldErrors): boolean =>
  Object.keys(errors).some((field) => field.startsWith("holes"));

/** Those of one hole, by the names of its fields. */
function errorsOf(errors: FieldErrors, index: number): HoleErrors {
  const path = `holes.${index}`;
  const own: Record<string, string> = {};
  for (const [field, text] of Object.entries(errors)) {
    if (text === undefined) continue;
    if (field === path) own[""] = text;
    if (field.startsWith(`${path}.`)) own[field.slice(path.length + 1)] = text;
  }
  return own;
}

type FocusWish = { readonly kind: "editor" | "row"; readonly id: number } | { readonly kind: "add" };

/** Where the focus goes once the rows are as they shall be: rows that come and go would drop it. */
function useFocusRequest() {
  const root = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const wish = useRef<FocusWish | null>(null);
  useEffect(() => {
    const wanted = wish.current;
    if (wanted === null) return;
    wish.current = null;
    if (wanted.kind === "add") return add.current?.focus();
    const row = root.current?.querySelector(`[data-hole="${wanted.id}"]`);
    const place = wanted.kind === "row" ? ".hole-toggle" : ".hole-editor :is(input, select)";
    row?.querySelector<HTMLElement>(place)?.focus();
  });
  return {
    root,
    add,
    request: (wanted: FocusWish) => {
      wish.current = wanted;
    },
  };
}
