import { useEffect, useRef } from "react";
import { usePreferences } from "../ui-state/preferences.ts";
import { useSurfaces } from "../ui-state/surfaces.ts";

/** Commands by chord: `ctrl+n`, `alt+1`, `shift+f6`, `escape`, or one letter or sign alone. */
export type KeyMap = Readonly<Record<string, () => void>>;

type Keys = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** The chord of a key event. Shift counts only with named keys: with a sign it is part of how the sign is typed. */
export function chordOf(event: Keys): string {
  const named = event.key.length > 1;
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  // With Alt held some layouts type another sign; the command is by the key.
  const key = event.altKey ? (digit ?? letter ?? event.key) : event.key;
  const parts = [
    event.ctrlKey || event.metaKey ? "ctrl" : "",
    event.altKey ? "alt" : "",
    named && event.shiftKey ? "shift" : "",
    key.toLowerCase(),
  ];
  return parts.filter((part) => part !== "").join("+");
}

/** Whether what is typed goes into a field. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select"))
  );
}

/**
 * Binds commands while the component is mounted. Nothing fires while a dialog is open, single signs not while
 * typing nor when they are switched off, and a key that something nearer has used is left alone.
 */
export function useKeys(map: KeyMap): void {
  const current = useRef(map);
  useEffect(() => {
    current.current = map;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || useSurfaces.getState().open.kind !== "none") return;
      const chord = chordOf(event);
      const command = Object.hasOwn(current.current, chord) ? current.current[chord] : undefined;
      if (!command) return;
      if (chord.length === 1 && (isTyping(event.target) || !usePreferences.getState().letterKeys)) return;
      event.preventDefault();
      command();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
