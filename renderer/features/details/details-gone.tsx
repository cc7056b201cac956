import { Button } from "@fluentui/react-components";
import { detailsStrings } from "../../strings/details.ts";

/** In the place of a container that is no more. It stays until somebody closes it. */
export function DetailsGone({ onClose }: { readonly onClose: () => void }) {
  return (
    <div className="details-gone" role="status">
      <b>{detailsStrings.goneTitle}</b>
      <span className="dim small">{detailsStrings.goneText}</span>
      <Button size="small" onClick={onClose}>
        {detailsStrings.close}
      </Button>
    </div>
  );
}
