import { FilterRegular } from "@fluentui/react-icons/svg/filter";

interface FilterFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** The text filter of a list. Escape clears it first, and only then reaches what lies behind. */
export function FilterField({ label, placeholder, text, onText }: FilterFieldProps) {
  return (
    <label className="filter-field">
      <FilterRegular />
      <input
        type="search"
        data-find=""
        aria-label={label}
        placeholder={placeholder}
        value={text}
        maxLength={400}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || text === "") return;
          event.preventDefault();
          onText("");
        }}
      />
    </label>
  );
}
