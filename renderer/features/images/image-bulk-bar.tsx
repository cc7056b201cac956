import { Button } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { imagesStrings, selectedImages } from "../../strings/images.ts";
import { openRemoveImages } from "../../ui-state/surfaces.ts";
import type { ImageRow } from "./image-row.ts";
import { setImagesView } from "./images-view.ts";

/** What can be done with all selected rows at once. */
export function ImageBulkBar({ selected }: { readonly selected: readonly ImageRow[] }) {
  return (
    <div className="bulk-bar" role="toolbar" aria-label={selectedImages(selected.length)}>
      <b>{selectedImages(selected.length)}</b>
      <span className="grow" />
      <Button
        appearance="subtle"
        size="small"
        icon={<DeleteRegular />}
        onClick={() => openRemoveImages(selected.map(({ key }) => key))}
      >
        {imagesStrings.remove}
      </Button>
      <Button
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label={imagesStrings.clear}
        onClick={() => setImagesView({ selected: new Set() })}
      />
    </div>
  );
}
