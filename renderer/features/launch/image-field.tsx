import { Combobox, type ComboboxProps, Field, Option } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { type ClipboardEventHandler, type ReactNode, useRef } from "react";
import type { Image } from "../../../electron/contract/container.ts";
import { useLive } from "../../engine/host-context.tsx";
import { imagesResource } from "../../engine/resources.ts";
import { launchStrings } from "../../strings/launch.ts";
import { imageNamed, imageOptions, shortVersion } from "./image-options.ts";
import "./image-field.css";

interface ImageFieldProps {
  readonly value: string;
  readonly onChange: (ref: string) => void;
  readonly error: string | undefined;
  /** The image that is always offered. */
  readonly demo: string | undefined;
  /** What is to be expected of an image, drawn beside it. */
  readonly marks?: (image: Image) => ReactNode;
  readonly onPaste?: ClipboardEventHandler;
  /** A button in the label's line. */
  readonly action?: ReactNode;
}

/** Keys that choose among the options; after any other the text is what its author typed. */
const CHOOSING: ReadonlySet<string> = new Set(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"]);

/** An image the engines have, or any other reference exactly as typed. */
export function ImageField({ value, onChange, error, demo, marks, onPaste, action }: ImageFieldProps) {
  const choosing = useRef(false);
  // Fluent also reports an option it merely found while somebody types, and "none" when it found no such option.
  const onOptionSelect: ComboboxProps["onOptionSelect"] = (event, { optionValue }) => {
    const chosen = event.type === "click" || choosing.current;
    if (chosen && optionValue !== undefined) onChange(optionValue);
  };
  const images = useLive(imagesResource).rows;
  const named = imageNamed(images.values(), value);
  const options = imageOptions(images.values(), demo).filter(
    ({ ref }) => value === "" || ref.includes(value) || ref === demo,
  );
  return (
    <div className="image-field">
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
          {...(onPaste && { onPaste })}
          disableAutoFocus
          spellCheck={false}
          expandIcon={
            <span className="image-facts">
              {named?.osVersion && <span className="mono dim">{shortVersion(named.osVersion)}</span>}
              {named && marks?.(named)}
              <ChevronDownRegular />
            </span>
          }
        >
          {options.map((option) => (
            <Option key={option.ref} value={option.ref} text={option.ref}>
              <span className="ellipsis image-ref">{option.ref}</span>
              <span className="mono dim image-note">{option.note}</span>
              {option.image && marks?.(option.image)}
            </Option>
          ))}
        </Combobox>
      </Field>
      {action}
    </div>
  );
}

/** The command an image would run by itself, for the hint under the command field. */
export function useOwnCommand(ref: string): string | null {
  const image = imageNamed(useLive(imagesResource).rows.values(), ref);
  return image && image.defaultCommand.length > 0 ? image.defaultCommand.join(" ") : null;
}
