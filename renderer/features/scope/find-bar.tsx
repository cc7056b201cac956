import { Search16Regular } from "@fluentui/react-icons/svg/search";
import { scopeStrings } from "../../strings/scope.ts";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import { useQuietAnnounce } from "../../ui/use-quiet-announce.ts";
import type { FindResult } from "./find.ts";
import { type FindText, plainText } from "./find-text.ts";

interface FindBarProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly result: FindResult;
  readonly text: FindText;
  /** Esc in an empty field. */
  readonly onLeave: () => void;
}

/** The field and, beside it, what was found. The region never changes its height; what it says is also announced. */
export function FindBar({ query, onQuery, result, text, onLeave }: FindBarProps) {
  const tint = result.kind === "same" ? "process" : result.kind === "hidden" ? "hyperv" : null;
  useQuietAnnounce(result.kind === "idle" ? "" : [plainText(text), text.evidence].join(". "));
  return (
    <div className="find">
      <label className="find-field">
        <Search16Regular />
        <input
          type="search"
          data-find=""
          aria-label={scopeStrings.findLabel}
          placeholder={scopeStrings.findPlaceholder}
          value={query}
          maxLength={256}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.preventDefault();
            if (query === "") onLeave();
            else onQuery("");
          }}
        />
        <kbd>/</kbd>
      </label>
      {/* biome-ignore lint/a11y/useSemanticElements: not a group of fields */}
      <div
        role="group"
        aria-label={scopeStrings.findResult}
        className={`find-result ${tint ? `tint-${tint}` : ""}`}
        data-result={result.kind}
      >
        {tint && <IsoGlyph isolation={tint} />}
        <span className={result.kind === "idle" ? "find-sentence dim" : "find-sentence"}>
          {text.sentence.map((run, index) =>
            run.strong ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a sentence have no other name
              <b key={index} className={/^["\d]|-/.test(run.text) ? "mono" : ""}>
                {run.text}
              </b>
            ) : (
              run.text
            ),
          )}
        </span>
        {text.evidence !== "" && (
          <span className="dim ellipsis find-evidence" title={text.evidence}>
            {text.evidence}
          </span>
        )}
      </div>
    </div>
  );
}
