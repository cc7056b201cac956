import { Listeners } from "./listeners.ts";
import type { Timer } from "./timer.ts";

/** Whether somebody may be looking. Live data is only asked for while this is so. */
export interface Attention {
  readonly present: boolean;
  onChange(listener: (present: boolean) => void): () => void;
}

/** With the time a hidden page's timers may be late, and an answer may take, nothing is asked 5 s after it was hidden. */
const GRACE_MS = 3_000;

/** A page is attended while it is visible and for a few seconds after; it is again at once when shown. */
export function pageAttention(page: Pick<Document, "hidden" | "addEventListener">, timer: Timer): Attention {
  const listeners = new Listeners<boolean>();
  let present = true;
  let cancel: (() => void) | null = null;
  const set = (next: boolean) => {
    if (next === present) return;
    present = next;
    listeners.tell(next);
  };
  const look = () => {
    cancel?.();
    cancel = null;
    if (page.hidden) cancel = timer.after(GRACE_MS, () => set(false));
    else set(true);
  };
  page.addEventListener("visibilitychange", look);
  look();
  return {
    get present() {
      return present;
    },
    onChange: (listener) => listeners.add(listener),
  };
}
