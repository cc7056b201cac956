import { Button } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useEffect, useState } from "react";
import { shellStrings } from "../strings/shell.ts";
import { useAnnounce } from "../ui/announce.tsx";
import { closeToast, type Toast, useToasts } from "../ui-state/toasts.ts";
import "./toasts.css";

/** How long a toast stays when nobody points at it or has the focus in it. Long enough to reach its button by keys. */
const STAYS_MS = 8_000;

/** Results of actions whose target is off screen, in the lower right corner; newest at the bottom. */
export function ToastHost() {
  const { list } = useToasts();
  if (list.length === 0) return null;
  return (
    <section className="toasts" aria-label={shellStrings.notifications} data-region="toasts" tabIndex={-1}>
      {list.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const announce = useAnnounce();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    announce([toast.title, toast.body, toast.action?.label].filter(Boolean).join(". "));
  }, [announce, toast]);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => closeToast(toast.id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [held, toast]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches whether somebody is at it
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className="toast-text">
        <b>{toast.title}</b>
        {toast.body !== undefined && <span className="dim small">{toast.body}</span>}
      </div>
      {toast.action && (
        <Button
          size="small"
          onClick={() => {
            closeToast(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <Button
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label={shellStrings.dismiss}
        onClick={() => closeToast(toast.id)}
      />
    </div>
  );
}
