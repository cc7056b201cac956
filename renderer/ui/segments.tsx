import { type KeyboardEvent, type ReactNode, useRef } from "react";

interface Option<V extends string> {
  readonly value: V;
  readonly content: ReactNode;
}

interface SegmentsProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V) => void;
}

/** One of a few, side by side: a radio group of buttons with one tab stop. */
export function Segments<V extends string>({ label, value, options, onChange }: SegmentsProps<V>) {
  const group = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    const step = event.key === "ArrowRight" ? 1 : -1;
    const at = options.findIndex((option) => option.value === value);
    const next = (at + step + options.length) % options.length;
    const option = options[next];
    if (option) onChange(option.value);
    group.current?.querySelectorAll("button")[next]?.focus();
    event.preventDefault();
  };
  return (
    <div ref={group} className="segments" role="radiogroup" aria-label={label} onKeyDown={onKey}>
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio input cannot hold a glyph
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          {option.content}
        </button>
      ))}
    </div>
  );
}
