import type { DaemonConfig, DaemonPreview } from "../../../electron/contract/daemon-config.ts";
import { daemonStrings } from "../../strings/daemon-config.ts";

interface ChangedLinesProps {
  readonly path: string;
  /** Null until the host has told. */
  readonly preview: DaemonPreview | null;
}

/** What goes and what comes, line by line. A sign before each line says which, also to those who do not see it. */
export function ChangedLines({ path, preview }: ChangedLinesProps) {
  if (preview === null) return <div className="daemon-lines" aria-busy="true" />;
  const { line, removed, added } = preview;
  if (line === null) return <p className="daemon-lines none">{daemonStrings.unchanged}</p>;
  return (
    <div className="daemon-lines">
      {daemonStrings.intro(path)}
      <div className="daemon-diff mono">
        <span className="dim">{daemonStrings.line(line)}</span>
        <Block sign="−" means={daemonStrings.removed} lines={removed} />
        <Block sign="+" means={daemonStrings.added} lines={added} />
      </div>
    </div>
  );
}

interface BlockProps {
  readonly sign: string;
  readonly means: string;
  readonly lines: readonly string[];
}

function Block({ sign, means, lines }: BlockProps) {
  if (lines.length === 0) return null;
  return (
    <div className={sign === "+" ? "diff-block added" : "diff-block"}>
      <span className="visually-hidden">{means}</span>
      <pre aria-hidden="true">{lines.map(() => sign).join("\n")}</pre>
      <pre>{lines.join("\n")}</pre>
    </div>
  );
}

/** Where the old file stays, what it takes, and what is left to do. */
export function Consequences({
  config,
  preview,
}: {
  readonly config: DaemonConfig;
  readonly preview: DaemonPreview | null;
}) {
  return (
    <dl className="daemon-consequences">
      <dt>{daemonStrings.backup}</dt>
      <dd className="mono">{config.exists ? (preview?.backup ?? config.path) : daemonStrings.noBackup}</dd>
      <dt>{daemonStrings.rights}</dt>
      <dd>{daemonStrings.rightsNeeded}</dd>
      <dt>{daemonStrings.afterwards}</dt>
      <dd>
        {config.restart.why} <span className="mono">{config.restart.command}</span>
      </dd>
    </dl>
  );
}
