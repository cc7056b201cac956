import { Combobox, Field, Option } from "@fluentui/react-components";
import type { Image } from "../../../electron/contract/container.ts";
import { useLive } from "../../engine/host-context.tsx";
import { imagesResource } from "../../engine/resources.ts";
import { formatBytes } from "../../ui/format.ts";
import { launchStrings } from "./strings.ts";

interface ImageFieldProps {
  readonly value: string;
  readonly onChange: (ref: string) => void;
  readonly error: string | undefined;
  /** The image that is always offered. */
  readonly demo: string | undefined;
}

/** References to offer, the demo's first, each once. */
export function imageOptions(
  images: Iterable<Image>,
  demo: string | undefined,
): { ref: string; note: string }[] {
  const notes = new Map<string, string>(demo === undefined ? [] : [[demo, "demo"]]);
  for (const image of images) {
    for (const ref of image.refs) {
      const note = [image.osVersion ?? "", formatBytes(image.sizeBytes)]
        .filter((part) => part !== "")
        .join(", ");
      notes.set(ref, ref === demo ? `demo, ${note}` : note);
    }
  }
  return [...notes].map(([ref, note]) => ({ ref, note }));
}

/** An image the engines have, or any other reference as typed. */
export function ImageField({ value, onChange, error, demo }: ImageFieldProps) {
  const images = useLive(imagesResource).rows;
  const options = imageOptions(images.values(), demo).filter(
    ({ ref }) => value === "" || ref.includes(value) || ref === demo,
  );
  return (
    <Field
      label={launchStrings.image}
      required
      {...(error && { validationMessage: error, validationState: "error" as const })}
    >
      <Combobox
        freeform
        value={value}
        selectedOptions={[value]}
        onChange={(event) => onChange(event.target.value)}
        onOptionSelect={(_event, { optionValue }) => onChange(optionValue ?? "")}
        spellCheck={false}
      >
        {options.map(({ ref, note }) => (
          <Option key={ref} value={ref} text={ref}>
            <span className="ellipsis">{ref}</span>
            <span className="dim small image-note">{note}</span>
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}

/** The command an image would run by itself, for the hint under the command field. */
export function useOwnCommand(ref: string): string | null {
  const images = useLive(imagesResource).rows;
  const image = [...images.values()].find(({ refs }) => refs.includes(ref));
  return image && image.defaultCommand.length > 0 ? image.defaultCommand.join(" ") : null;
}
