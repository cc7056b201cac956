import { useEffect } from "react";

let byKey = false;

const onKey = () => {
  byKey = true;
};
const onPointer = () => {
  byKey = false;
};

/** Whether the last thing a person did was to press a key. What opens by key takes the focus; what opens by mouse not. */
export const lastInputWasKey = (): boolean => byKey;

/** Watches for {@link lastInputWasKey} while the page is up. */
export function useLastInput(): void {
  useEffect(() => {
    window.addEventListener("keydown", onKey, true);
    window.addEventListener("mousedown", onPointer, true);
    return () => {
      window.removeEventListener("keydown", onKey, true);
      window.removeEventListener("mousedown", onPointer, true);
    };
  }, []);
}
