import { Button } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { Search16Regular } from "@fluentui/react-icons/svg/search";
import type { KeyboardEvent, RefObject } from "react";
import { findWords } from "../strings/find.ts";

interface StreamFindProps {
  readonly label: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Place of the match that find stands on, from 0. */
  readonly at: number | null;
  readonly count: number;
  readonly searching: boolean;
  readonly onStep: (step: 1 | -1) => void;
}

/** Field, count and steps. Enter goes on, Shift+Enter back, Esc empties. */
export function StreamFind({ label, field, query, onQuery, at, count, searching, onStep }: StreamFindProps) {
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape" && query !== "") onQuery("");
    else return;
    event.preventDefault();
  };
  const none = count === 0;
  return (
    <div className="stream-find">
      <label className="find-field">
        <Search16Regular />
        <input
          ref={field}
          type="search"
          aria-label={label}
          placeholder={findWords.placeholder}
          value={query}
          maxLength={256}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={onKey}
        />
      </label>
      {query !== "" && (
        <span
          className="stream-count"
          role="status"
          aria-label={none ? findWords.noMatch : findWords.matchesLabel(at, count)}
        >
          {none && !searching ? findWords.noMatch : findWords.matches(at, count, searching)}
        </span>
      )}
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronUpRegular />}
        aria-label={findWords.previous}
        disabled={none}
        onClick={() => onStep(-1)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronDownRegular />}
        aria-label={findWords.next}
        disabled={none}
        onClick={() => onStep(1)}
      />
    </div>
  );
}
