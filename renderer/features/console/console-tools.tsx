import { Button, Input, Select, Switch } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { consoleStrings } from "../../strings/console.ts";
import { setPreferences, usePreferences } from "../../ui-state/preferences.ts";
import type { ConsoleStart, ConsoleView } from "./container-console.ts";
import { OTHER, type StartForm } from "./use-start.ts";

interface ConsoleToolsProps {
  readonly form: StartForm;
  readonly view: ConsoleView;
  readonly onOpen: (start: ConsoleStart) => void;
  readonly onClose: () => void;
  readonly onCopy: () => void;
}

/** What is run, and what can be done with the terminal. */
export function ConsoleTools({ form, view, onOpen, onClose, onCopy }: ConsoleToolsProps) {
  const screenReader = usePreferences((preferences) => preferences.terminalScreenReader);
  const { start } = form;
  const open = view.state?.kind === "open";
  const attached = view.start?.target.argv.length === 0;
  return (
    <form
      className="stream-tools"
      aria-label={consoleStrings.tools}
      onSubmit={(event) => {
        event.preventDefault();
        if (start) onOpen(start);
      }}
    >
      <Select
        size="small"
        aria-label={consoleStrings.choice}
        value={form.choice}
        onChange={(_event, { value }) => form.setChoice(value)}
      >
        {form.choices.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
        <option value={OTHER}>{consoleStrings.other}</option>
      </Select>
      {form.choice === OTHER && (
        <Input
          size="small"
          className="console-command"
          aria-label={consoleStrings.command}
          placeholder={consoleStrings.commandPlaceholder}
          value={form.command}
          onChange={(_event, { value }) => form.setCommand(value)}
        />
      )}
      <Button
        size="small"
        type="submit"
        appearance={open ? "secondary" : "primary"}
        disabled={start === null}
        title={form.refusal ?? undefined}
      >
        {open ? consoleStrings.openAgain : consoleStrings.open}
      </Button>
      {open && (
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          title={attached ? consoleStrings.detachTitle : consoleStrings.endTitle}
          onClick={onClose}
        >
          {attached ? consoleStrings.detach : consoleStrings.end}
        </Button>
      )}
      <span className="grow" />
      {view.start !== null && (
        <Button size="small" appearance="subtle" icon={<CopyRegular />} onClick={onCopy}>
          {consoleStrings.copy}
        </Button>
      )}
      <Switch
        className="stream-switch"
        label={consoleStrings.screenReader}
        title={consoleStrings.screenReaderTitle}
        checked={screenReader}
        onChange={(_event, { checked }) => setPreferences({ terminalScreenReader: checked })}
      />
    </form>
  );
}
