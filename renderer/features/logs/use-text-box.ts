import { type RefObject, useLayoutEffect, useState } from "react";

export interface TextBox {
  /** Inner width and height of the scroller, px. */
  readonly width: number;
  readonly height: number;
  /** Width of one character of its font, px. */
  readonly character: number;
}

/** Characters measured at once, so that the fraction of a pixel counts. */
const SAMPLE = 100;

/** Measures a scroller of fixed-width text, again whenever it changes its size. */
export function useTextBox(scroller: RefObject<HTMLElement | null>): TextBox {
  const [box, setBox] = useState<TextBox>({ width: 600, height: 400, character: 7.2 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const character = characterWidth(element) || 7.2;
      const next = { width: element.clientWidth, height: element.clientHeight, character };
      setBox((before) => (same(before, next) ? before : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return box;
}

const same = (a: TextBox, b: TextBox) =>
  a.width === b.width && a.height === b.height && a.character === b.character;

function characterWidth(parent: HTMLElement): number {
  const probe = document.createElement("span");
  probe.className = "log-probe";
  probe.textContent = "0".repeat(SAMPLE);
  parent.append(probe);
  const { width } = probe.getBoundingClientRect();
  probe.remove();
  return width / SAMPLE;
}
