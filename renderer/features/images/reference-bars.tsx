import { Button, Field, Input } from "@fluentui/react-components";
import { type FormEvent, useState } from "react";
import { referenceProblem } from "../../../electron/model/image-reference.ts";
import { imagesStrings } from "../../strings/images.ts";
import { answerReference, useUploads, type WaitingUpload } from "./uploads.ts";

/** One line for each root filesystem that waits for a name. Not a dialog: several can wait, and nothing else has to. */
export function ReferenceBars() {
  const waiting = useUploads(({ waiting }) => waiting);
  return waiting.map((upload) => <ReferenceBar key={upload.id} waiting={upload} />);
}

function ReferenceBar({ waiting }: { readonly waiting: WaitingUpload }) {
  const { ask, fileName, upload } = waiting;
  const [ref, setRef] = useState(ask.suggested);
  const [tried, setTried] = useState(ask.problem !== null);
  const problem = referenceProblem(ref);
  const shown = tried ? (problem ?? ask.problem) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem === null) answerReference(waiting, ref);
  };
  return (
    <form
      className="reference-bar"
      aria-label={imagesStrings.waitsForReference(fileName)}
      onSubmit={submit}
      noValidate
    >
      <span>
        <b>{imagesStrings.holdsFilesystem(fileName)}</b> {imagesStrings.nameIt}
      </span>
      <Field
        className="reference-field"
        {...(shown !== null && { validationMessage: shown, validationState: "error" as const })}
      >
        <Input
          autoFocus
          size="small"
          aria-label={imagesStrings.reference}
          value={ref}
          onChange={(_event, { value }) => setRef(value)}
        />
      </Field>
      <Button size="small" appearance="primary" type="submit">
        {imagesStrings.importNamed}
      </Button>
      <Button size="small" onClick={() => upload.cancel()}>
        {imagesStrings.cancel}
      </Button>
    </form>
  );
}
