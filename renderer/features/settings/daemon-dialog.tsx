import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { DaemonConfig } from "../../../electron/contract/daemon-config.ts";
import type { Isolation } from "../../../electron/contract/engine.ts";
import { toIsoscopeError } from "../../../electron/contract/failure.ts";
import type { Words } from "../../app/words.ts";
import { useHost } from "../../engine/host-context.tsx";
import { daemonStrings } from "../../strings/daemon-config.ts";
import { errorText } from "../../strings/errors.ts";
import { IsoGlyph } from "../../ui/iso-glyph.tsx";
import { Segments } from "../../ui/segments.tsx";
import { TroubleBar } from "../../ui/trouble-bar.tsx";
import { ChangedLines, Consequences } from "./daemon-preview.tsx";
import { useDaemonPreview } from "./use-daemon-config.ts";

interface DaemonDialogProps {
  readonly config: DaemonConfig;
  readonly words: Words;
  readonly onRefresh: () => void;
  /** With what was done, or null when nothing was. */
  readonly onClose: (done: { readonly backup: string | null } | null) => void;
}

/** Chooses another default, shows the lines it changes, and writes them only when that is asked for. */
export function DaemonDialog({ config, words, onRefresh, onClose }: DaemonDialogProps) {
  const { client } = useHost();
  const [isolation, setIsolation] = useState<Isolation | null>(config.isolation);
  const wish = { isolation, version: config.version };
  const { preview, error: refused } = useDaemonPreview(wish);
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: () => client.call("daemonConfig.change", wish),
    onSuccess: onClose,
  });
  const trouble = error ?? refused;
  const readAnew = () => {
    reset();
    onRefresh();
  };
  return (
    <Dialog open modalType="modal" onOpenChange={() => onClose(null)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{daemonStrings.title}</DialogTitle>
          <DialogContent className="daemon-dialog">
            <Choice rule={config.rule} words={words} value={isolation} onChange={setIsolation} />
            {trouble && <Trouble error={trouble} onRefresh={readAnew} />}
            <ChangedLines path={config.path} preview={preview} />
            <Consequences config={config} preview={preview} />
          </DialogContent>
          <DialogActions>
            <Button autoFocus onClick={() => onClose(null)}>
              {daemonStrings.cancel}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={isPending || preview === null || preview.line === null}
              onClick={() => mutate()}
            >
              {isPending ? daemonStrings.writing : daemonStrings.write}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly rule: Isolation | null;
  readonly words: Words;
  readonly value: Isolation | null;
  readonly onChange: (isolation: Isolation | null) => void;
}

function Choice({ rule, words, value, onChange }: ChoiceProps) {
  const option = (isolation: Isolation) => ({
    value: isolation,
    content: (
      <>
        <IsoGlyph isolation={isolation} /> {words.isolation[isolation]}
      </>
    ),
  });
  const ruled = { value: "rule", content: daemonStrings.ruleOf(rule && words.isolation[rule]) } as const;
  return (
    <Segments
      label={daemonStrings.choice}
      value={value ?? "rule"}
      options={[ruled, option("process"), option("hyperv")]}
      onChange={(chosen) => onChange(chosen === "rule" ? null : chosen)}
    />
  );
}

function Trouble({ error, onRefresh }: { readonly error: Error; readonly onRefresh: () => void }) {
  const known = toIsoscopeError(error);
  const text = errorText(known);
  const conflict = known.code === "conflict";
  return (
    <TroubleBar
      intent="error"
      title={daemonStrings.notWritten}
      raw={text.raw}
      actions={conflict && <Button onClick={onRefresh}>{daemonStrings.again}</Button>}
    >
      {text.cause} {text.next}
    </TroubleBar>
  );
}
