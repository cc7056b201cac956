import { ChevronDown12Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRight12Regular } from "@fluentui/react-icons/svg/chevron-right";
import { Copy16Regular } from "@fluentui/react-icons/svg/copy";
import { type CSSProperties, memo } from "react";
import { inspectStrings } from "../../../strings/inspect.ts";
import { copyText } from "../../../ui/copy-text.ts";
import { copyOf, type JsonLine, lineHas } from "./json-tree-model.ts";

interface JsonTreeLineProps {
  readonly line: JsonLine;
  readonly word: string;
  /** The one line that Tab reaches. */
  readonly tabbable: boolean;
  readonly copyLabel: string;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
}

function sameLine(a: JsonTreeLineProps, b: JsonTreeLineProps): boolean {
  return (
    a.line.value === b.line.value &&
    a.line.open === b.line.open &&
    a.line.path === b.line.path &&
    a.word === b.word &&
    a.tabbable === b.tabbable
  );
}

export const JsonTreeLine = memo(function JsonTreeLine(props: JsonTreeLineProps) {
  const { line, word, tabbable } = props;
  const { key, value, size, open } = line;
  const branch = size !== null && size > 0;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys
    <div
      role="treeitem"
      aria-level={line.depth + 1}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-selected={tabbable}
      {...(branch && { "aria-expanded": open })}
      className={word !== "" && lineHas(key, value, word) ? "json-line has-word" : "json-line"}
      style={{ "--depth": line.depth } as CSSProperties}
      tabIndex={tabbable ? 0 : -1}
      data-path={line.path}
      onFocus={props.onFocus}
      onClick={() => branch && props.onToggle()}
    >
      <span className="json-twist" aria-hidden="true">
        {branch && (open ? <ChevronDown12Regular /> : <ChevronRight12Regular />)}
      </span>
      <span className="json-key">{key}</span>
      <JsonValue value={value} size={size} open={open} />
      <button
        type="button"
        className="json-copy"
        tabIndex={-1}
        aria-label={props.copyLabel}
        title={`${props.copyLabel} (Ctrl+C)`}
        onClick={(event) => {
          event.stopPropagation();
          void copyText(copyOf(value));
        }}
      >
        <Copy16Regular />
      </button>
    </div>
  );
}, sameLine);

interface JsonValueProps {
  readonly value: unknown;
  readonly size: number | null;
  readonly open: boolean;
}

function JsonValue({ value, size, open }: JsonValueProps) {
  if (size === null) {
    return <span className={`json-value is-${typeof value}`}>{JSON.stringify(value)}</span>;
  }
  if (size === 0) return <span className="json-value dim">{Array.isArray(value) ? "[]" : "{}"}</span>;
  if (open) return null;
  return (
    <span className="json-value dim">
      {Array.isArray(value) ? inspectStrings.entries(size) : inspectStrings.fields(size)}
    </span>
  );
}
