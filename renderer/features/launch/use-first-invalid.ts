import { type RefObject, useEffect, useRef } from "react";
import type { IsoscopeError } from "../../../electron/contract/errors.ts";

/**
 * Moves the focus to the first field that is refused, once for each try and each refusal of the host. While somebody
 * corrects it, nothing moves.
 */
export function useFirstInvalid(
  tries: number,
  refusal: IsoscopeError | null,
): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when there is something new to correct, whatever it says
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid='true'], [data-invalid]")?.focus();
  }, [tries, refusal]);
  return form;
}
