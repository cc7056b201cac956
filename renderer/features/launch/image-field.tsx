import { Combobox, type ComboboxProps, Field, Option } from "@fluentui/react-components";
import { useRef } from "react";
import type { Image } from "../../../electron/contract/container.ts";
import { useLive } from "../../engine/host-context.tsx";
import { imagesResource } from "../../engine/resources.ts";
import { launchStrings } from "../../strings/launch.ts";
import { formatBytes } from "../../ui/format.ts";

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

/** Keys that choose among the options; after any other the text is what its author typed. */
const CHOOSING: ReadonlySet<string> = new Set(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"]);

/** An image the engines have, or any other reference exactly as typed. */
export function ImageField({ value, onChange, error, demo }: ImageFieldProps) {
  const choosing = useRef(false);
  // Fluent also reports an option it merely found while somebody types, and "none" when it found no such option.
  const onOptionSelect: ComboboxProps["onOptionSelect"] = (event, { optionValue }) => {
    const chosen = event.type === "click" || choosing.current;
    if (chosen && optionValue !== undefined) onChange(optionValue);
  };
  const images = useLive(imagesResource).rows;
  const options = imageOptions(images.values(), demo).filter(
    ({ ref }) => value === "" || ref.includes(value) || ref === demo,
  );
  return (
    <Field
      label={launchStrings.image}
      {...(error && { validationMessage: error, validationState: "error" as const })}
    >
      <Combobox
        freeform
        aria-required
        value={value}
        selectedOptions={[value]}
        onChange={(event) => onChange(event.target.value)}
        onOptionSelect={onOptionSelect}
        onKeyDown={(event) => {
          if (event.key !== "Enter") choosing.current = CHOOSING.has(event.key);
        }}
        disableAutoFocus
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
