import { useState } from "react";
import { errorText } from "../../../strings/errors.ts";
import { inspectStrings } from "../../../strings/inspect.ts";
import { TroubleBar } from "../../../ui/trouble-bar.tsx";
import { useInspection } from "../inspection.ts";
import type { TabProps } from "../tab.ts";
import { InspectBar } from "./inspect-bar.tsx";
import { JsonTree } from "./json-tree.tsx";
import { branchesWith, branchPaths, copyOf, jsonLines, lineHas } from "./json-tree-model.ts";
import "./inspect.css";

/** The engine's own description as a tree. Environment values are masked by the engine until somebody asks for them. */
export function InspectTab({ container }: TabProps) {
  const [reveal, setReveal] = useState(false);
  const [word, setWord] = useState("");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { document, error, readAgain } = useInspection(container, reveal);
  const toggle = (path: string, wanted: boolean) => {
    const next = new Set(open);
    if (wanted) next.add(path);
    else next.delete(path);
    setOpen(next);
  };
  const find = (next: string) => {
    setWord(next);
    if (document && next !== "") setOpen(new Set([...open, ...branchesWith(document, next)]));
  };
  const lines = document ? jsonLines(document, open) : [];
  const hits = word === "" ? null : lines.filter(({ key, value }) => lineHas(key, value, word)).length;
  return (
    <div className="inspect">
      <InspectBar
        word={word}
        hits={hits}
        reveal={reveal}
        anyOpen={open.size > 0}
        document={document ? copyOf(document) : null}
        onFind={find}
        onReveal={setReveal}
        onReadAgain={readAgain}
        onOpenAll={(all) => setOpen(all && document ? branchPaths(document) : new Set())}
      />
      {error && (
        <div className="inspect-trouble">
          <TroubleBar intent="error" title={errorText(error).title} raw={errorText(error).raw}>
            {errorText(error).cause} {errorText(error).next}
          </TroubleBar>
        </div>
      )}
      {!document && !error && <p className="details-note small">{inspectStrings.reading}</p>}
      {document && (
        <JsonTree label={inspectStrings.tree(container.name)} lines={lines} word={word} onToggle={toggle} />
      )}
    </div>
  );
}
