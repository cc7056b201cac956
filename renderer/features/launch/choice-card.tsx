import type { ReactNode } from "react";

interface ChoiceCardProps {
  readonly group: string;
  readonly value: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly title: ReactNode;
  readonly note: string;
  /** Whether the note says that it would not work. */
  readonly trouble?: boolean;
}

/** One of a few answers, with what it means. Never disabled: one that would fail says so. */
export function ChoiceCard({ group, value, checked, onChoose, title, note, trouble }: ChoiceCardProps) {
  return (
    <label className="card" title={note}>
      <input type="radio" name={group} value={value} checked={checked} onChange={onChoose} />
      <span className="card-text">
        <span className="card-name">{title}</span>
        <small className={trouble ? "card-trouble" : ""}>{note}</small>
      </span>
    </label>
  );
}
