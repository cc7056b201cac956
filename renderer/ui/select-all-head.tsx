import { HeadCell } from "./grid-parts.tsx";

interface SelectAllHeadProps {
  /** What checking it selects, and how many. */
  readonly label: string;
  /** Keys of the rows that match, in any order. */
  readonly keys: readonly string[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

/** The box in a table's head: all rows that match, some of them, or none. */
export function SelectAllHead({ label, keys, selected, onSelect }: SelectAllHeadProps) {
  const matching = keys.filter((key) => selected.has(key)).length;
  const all = keys.length > 0 && matching === keys.length;
  return (
    <HeadCell>
      <input
        type="checkbox"
        className="check"
        aria-label={label}
        title={label}
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = matching > 0 && !all;
        }}
        onChange={() => onSelect(new Set(all ? [] : keys))}
      />
    </HeadCell>
  );
}
