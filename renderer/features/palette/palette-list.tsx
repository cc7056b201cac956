import { useEffect, useRef } from "react";
import { paletteStrings } from "../../strings/palette.ts";
import { IsoBadge } from "../../ui/iso-badge.tsx";
import type { PaletteEntry } from "./entry.ts";
import { GROUPS } from "./rank.ts";

export const optionId = (at: number): string => `palette-option-${at}`;

interface PaletteListProps {
  readonly id: string;
  readonly entries: readonly PaletteEntry[];
  /** The marked line. */
  readonly at: number;
  readonly text: string;
  readonly onPoint: (at: number) => void;
  readonly onChoose: (entry: PaletteEntry) => void;
}

/** The lines by group. The field keeps the focus; the marked line is told by `aria-activedescendant`. */
export function PaletteList(props: PaletteListProps) {
  const { id, entries, at, text, onPoint, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`#${optionId(at)}`)?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const placed = entries.map((entry, place) => ({ entry, place }));
  return (
    <>
      <div role="status" className="palette-count">
        {text.trim() !== "" && paletteStrings.count(entries.length)}
      </div>
      <div role="listbox" id={id} ref={list} className="palette-list" aria-label={paletteStrings.results}>
        {GROUPS.map((group) => {
          const own = placed.filter(({ entry }) => entry.group === group);
          if (own.length === 0) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be part of a listbox
            <div role="group" key={group} aria-labelledby={`palette-${group}`}>
              <div id={`palette-${group}`} className="palette-group" role="presentation">
                {paletteStrings.groups[group]}
              </div>
              {own.map(({ entry, place }) => (
                <Option
                  key={entry.id}
                  entry={entry}
                  id={optionId(place)}
                  marked={place === at}
                  onPoint={() => onPoint(place)}
                  onChoose={() => onChoose(entry)}
                />
              ))}
            </div>
          );
        })}
      </div>
      {entries.length === 0 && <p className="palette-nothing">{paletteStrings.nothing(text)}</p>}
    </>
  );
}

interface OptionProps {
  readonly entry: PaletteEntry;
  readonly id: string;
  readonly marked: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Option({ entry, id, marked, onPoint, onChoose }: OptionProps) {
  const { icon, label, code, chip, badge, detail, keys } = entry;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field's Enter does the same
    <div
      role="option"
      id={id}
      aria-selected={marked}
      className="palette-option"
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <span className="palette-icon">{icon}</span>
      <span className={badge ? "palette-label strong" : "palette-label"}>{label}</span>
      {code !== undefined && <code className="mono palette-code">{code}</code>}
      {chip && (
        <span className={`pid-chip ${chip.isolation ? `iso-${chip.isolation}` : "iso-none"}`}>
          {chip.text}
        </span>
      )}
      {badge && <IsoBadge isolation={badge.isolation} word={badge.word} boxed />}
      {detail !== undefined && <span className="dim small ellipsis">{detail}</span>}
      <span className="grow" />
      {marked ? <kbd>Enter</kbd> : keys !== undefined && <kbd>{keys}</kbd>}
    </div>
  );
}
