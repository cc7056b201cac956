import { Button } from "@fluentui/react-components";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { DaemonConfig } from "../../../electron/contract/daemon-config.ts";
import type { Words } from "../../app/words.ts";
import { useReplaying } from "../../engine/use-session.ts";
import { daemonStrings } from "../../strings/daemon-config.ts";
import { DaemonWritten } from "./daemon-written.tsx";
import { Setting } from "./setting.tsx";
import { useDaemonConfig } from "./use-daemon-config.ts";
import "./daemon.css";

const DaemonDialog = lazy(() =>
  import("./daemon-dialog.tsx").then(({ DaemonDialog }) => ({ default: DaemonDialog })),
);

/** What dockerd of this host is set to, by what, and the way to another default. A recording is not of this host. */
export function DaemonDefault({ words }: { readonly words: Words }) {
  const replaying = useReplaying();
  return replaying ? null : <OwnDaemon words={words} />;
}

/** `backup` is null where there was no file. */
interface Written {
  readonly backup: string | null;
}

function OwnDaemon({ words }: { readonly words: Words }) {
  const { config, failed, refresh } = useDaemonConfig();
  const [asking, setAsking] = useState(false);
  const [written, setWritten] = useState<Written | null>(null);
  if (failed) return <p>{daemonStrings.cannotRead}</p>;
  if (!config) return null;
  return (
    <>
      <Setting label={daemonStrings.label} hint={<Hint config={config} />}>
        <span className="daemon-value">
          {config.change.can && valueText(config, words)}
          {config.change.can && <Button onClick={() => setAsking(true)}>{daemonStrings.change}</Button>}
        </span>
      </Setting>
      {written && <DaemonWritten backup={written.backup} restart={config.restart} />}
      {asking && (
        <Suspense fallback={null}>
          <DaemonDialog
            config={config}
            words={words}
            onRefresh={refresh}
            onClose={(done) => {
              setAsking(false);
              if (done) setWritten(done);
              refresh();
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function Hint({ config }: { readonly config: DaemonConfig }): ReactNode {
  const { path, foundBy, exists, says, change, problems } = config;
  return (
    <>
      <span className="daemon-line">
        {change.can || says === change.reason ? says : `${says} ${change.reason}`}
      </span>
      <span className="daemon-line mono">
        {exists ? daemonStrings.file(path, foundBy) : daemonStrings.noFile(path)}
      </span>
      {problems.map((problem) => (
        <span key={problem} className="daemon-line daemon-problem">
          <WarningRegular /> {problem}
        </span>
      ))}
    </>
  );
}

function valueText({ isolation, origin, rule }: DaemonConfig, words: Words): string {
  const { value } = daemonStrings;
  if (isolation !== null && origin !== null) return value[origin](words.isolation[isolation]);
  return rule === null ? value.unknown : value.rule(words.isolation[rule]);
}
