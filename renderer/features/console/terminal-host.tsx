import { useEffect, useRef } from "react";
import { useTheme } from "../../app/use-theme.ts";
import { consoleStrings } from "../../strings/console.ts";
import { usePreferences } from "../../ui-state/preferences.ts";
import type { ConsoleScreen } from "./terminal-screen.ts";

interface TerminalHostProps {
  readonly screen: ConsoleScreen;
  readonly name: string;
  /** Id of the element that tells the keys. */
  readonly describedBy: string;
}

/** The place of the terminal in the page: gives it its size, its colours and its mode. */
export function TerminalHost({ screen, name, describedBy }: TerminalHostProps) {
  const place = useRef<HTMLDivElement>(null);
  const { theme } = useTheme();
  const screenReader = usePreferences((preferences) => preferences.terminalScreenReader);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    screen.mount(element);
    const observer = new ResizeObserver(() => screen.fit());
    observer.observe(element);
    return () => {
      observer.disconnect();
      screen.unmount();
    };
  }, [screen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const recolour = () => screen.recolour(element);
    recolour();
    const forced = window.matchMedia("(forced-colors: active)");
    forced.addEventListener("change", recolour);
    return () => forced.removeEventListener("change", recolour);
  }, [screen, theme]);
  useEffect(() => screen.setScreenReader(screenReader), [screen, screenReader]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields
    <div
      ref={place}
      className="console-screen mono"
      role="group"
      aria-label={consoleStrings.region(name)}
      aria-describedby={describedBy}
    />
  );
}
