import { useState } from "react";
import type { Scope } from "../../../electron/contract/scope.ts";
import type { GoToRows } from "./gutter-arrows.tsx";
import { identityKey } from "./identity.ts";
import { type HostPaneItem, type InsidePaneItem, insideKey } from "./pane-items.ts";

export interface PaneFocus<T> {
  readonly focusedKey: string | null;
  readonly onFocusKey: (key: string) => void;
  readonly focusRequest: { readonly key: string } | null;
  readonly onCross: (item: T) => void;
}

interface CrossFocus {
  readonly inside: PaneFocus<InsidePaneItem>;
  readonly host: PaneFocus<HostPaneItem>;
  /** Brings rows into view and moves the focus to them. */
  readonly goTo: GoToRows;
}

/** Left and Right follow a link from one pane to the other. */
export function useCrossFocus(scope: Scope): CrossFocus {
  const [insideFocus, setInsideFocus] = useState<string | null>(null);
  const [hostFocus, setHostFocus] = useState<string | null>(null);
  const [toInside, setToInside] = useState<{ readonly key: string } | null>(null);
  const [toHost, setToHost] = useState<{ readonly key: string } | null>(null);
  return {
    inside: {
      focusedKey: insideFocus,
      onFocusKey: setInsideFocus,
      focusRequest: toInside,
      onCross: (item) => {
        const pid = item.kind === "process" ? item.link?.hostPid : undefined;
        const row = scope.related.find((one) => one.pid === pid);
        if (row) setToHost({ key: identityKey(row) });
      },
    },
    host: {
      focusedKey: hostFocus,
      onFocusKey: setHostFocus,
      focusRequest: toHost,
      onCross: (item) => {
        if (item.kind === "process" && item.link) setToInside({ key: insideKey(item.link.insidePid) });
      },
    },
    goTo: ({ inside, host }) => {
      if (inside !== undefined) setToInside({ key: inside });
      if (host !== undefined) setToHost({ key: host });
    },
  };
}
