import { type KeyboardEvent, useRef, useState } from "react";
import { inspectStrings } from "../../../strings/inspect.ts";
import { copyText } from "../../../ui/copy-text.ts";
import { JsonTreeLine } from "./json-tree-line.tsx";
import { copyOf, type JsonLine, parentIndex } from "./json-tree-model.ts";

interface JsonTreeProps {
  readonly label: string;
  readonly lines: readonly JsonLine[];
  /** Word to mark; empty for none. */
  readonly word: string;
  readonly onToggle: (path: string, open: boolean) => void;
}

/** A document as a tree: one tab stop, arrows move, Left closes and Right opens, Ctrl+C copies the line's value. */
export function JsonTree({ label, lines, word, onToggle }: JsonTreeProps) {
  const tree = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const at = Math.max(
    0,
    lines.findIndex(({ path }) => path === focused),
  );
  const goTo = (index: number) => {
    const line = lines[index];
    if (!line) return;
    setFocused(line.path);
    tree.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(line.path)}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const line = lines[at];
    const command = line && commandOf(event, line);
    if (!line || !command) return;
    event.preventDefault();
    event.stopPropagation();
    switch (command) {
      case "open":
      case "close":
        return onToggle(line.path, command === "open");
      case "copy":
        return void copyText(copyOf(line.value));
      case "parent":
        return goTo(parentIndex(lines, at));
      case "first":
        return goTo(0);
      case "last":
        return goTo(lines.length - 1);
      case "next":
        return goTo(at + 1);
      case "previous":
        return goTo(at - 1);
    }
  };
  return (
    <div ref={tree} role="tree" aria-label={label} className="json-tree" onKeyDown={onKey}>
      {lines.map((line, index) => (
        <JsonTreeLine
          key={line.path}
          line={line}
          word={word}
          tabbable={index === at}
          onFocus={() => setFocused(line.path)}
          onToggle={() => onToggle(line.path, !line.open)}
          copyLabel={inspectStrings.copyValue(line.path)}
        />
      ))}
    </div>
  );
}

type TreeCommand = "open" | "close" | "copy" | "parent" | "first" | "last" | "next" | "previous";

function commandOf(event: KeyboardEvent, line: JsonLine): TreeCommand | null {
  const closed = line.size !== null && line.size > 0 && !line.open;
  switch (event.key) {
    case "ArrowDown":
      return "next";
    case "ArrowUp":
      return "previous";
    case "Home":
      return "first";
    case "End":
      return "last";
    case "ArrowRight":
      return closed ? "open" : line.open ? "next" : null;
    case "ArrowLeft":
      return line.open ? "close" : "parent";
    case "Enter":
      return closed ? "open" : line.open ? "close" : null;
    case "c":
      return event.ctrlKey || event.metaKey ? "copy" : null;
    default:
      return null;
  }
}
