import { errorText } from "../../strings/errors.ts";
import { TroubleBar } from "../../ui/trouble-bar.tsx";
import { dismiss, useNotices } from "../../ui-state/notices.ts";

/** Actions that failed; each stays until dismissed. */
export function NoticeBars() {
  const list = useNotices((notices) => notices.list);
  return list.map(({ id, title, error }) => {
    const text = errorText(error);
    return (
      <TroubleBar key={id} intent="error" title={title} raw={text.raw} onDismiss={() => dismiss(id)}>
        {text.cause} {text.next}
      </TroubleBar>
    );
  });
}
