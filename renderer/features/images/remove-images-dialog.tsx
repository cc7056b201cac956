import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from "@fluentui/react-components";
import {
  allInUseTitle,
  imagesStrings,
  inUseText,
  inUseTitle,
  madeFrom,
  removeContainers,
  removeImagesButton,
  removeImagesConsequence,
  removeImagesQuestion,
  stays,
  staysUsedBy,
} from "../../strings/images.ts";
import { closeSurface, openRemove } from "../../ui-state/surfaces.ts";
import { statusWord } from "../containers/status-cell.tsx";
import { blockers, type ImageRow, imageCapability } from "./image-row.ts";
import { setImagesView } from "./images-view.ts";
import { openContainers } from "./open-containers.ts";
import { useImageRows } from "./use-image-rows.ts";
import { useRemoveImage } from "./use-remove-images.ts";

/** Why an image cannot go, in words; null when it can. */
function obstacle(row: ImageRow): string | null {
  const capability = imageCapability(row, "removeImage");
  if (!capability.can) return stays(capability.reason);
  const users = blockers(row);
  return users.length === 0 ? null : staysUsedBy(users.map(({ name }) => name).join(", "));
}

/** Names what would be removed, and who is in the way of it. The button that has the focus is Cancel. */
export function RemoveImagesDialog({ keys }: { readonly keys: readonly string[] }) {
  const { rows } = useImageRows();
  const wanted = rows.filter(({ key }) => keys.includes(key));
  const able = wanted.filter((row) => obstacle(row) === null);
  const inUse = wanted.filter((row) => blockers(row).length > 0);
  const refused = able.length === 0 && inUse.length > 0;
  return (
    <Dialog open modalType="alert" onOpenChange={closeSurface}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{refused ? refusedTitle(inUse) : removeImagesQuestion(wanted.length)}</DialogTitle>
          <DialogContent>
            {refused ? inUseText : removeImagesConsequence}
            <ul className="remove-list">
              {refused ? <Users rows={inUse} /> : wanted.map((row) => <Wanted key={row.key} row={row} />)}
            </ul>
          </DialogContent>
          <DialogActions className="wide-actions">
            <Button autoFocus onClick={closeSurface}>
              {imagesStrings.cancel}
            </Button>
            {refused ? <WaysOut rows={inUse} /> : <RemoveButton rows={able} />}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Wanted({ row }: { readonly row: ImageRow }) {
  return (
    <li>
      <b>{row.image.refs.join(", ") || row.name}</b> <span className="dim">{obstacle(row)}</span>
    </li>
  );
}

/** Who is in the way, and how it is. */
function Users({ rows }: { readonly rows: readonly ImageRow[] }) {
  return rows.flatMap((row) =>
    blockers(row).map((container) => (
      <li key={container.key}>
        <b>{container.name}</b>{" "}
        <span className="dim">
          {statusWord(container)}
          {rows.length > 1 && `, ${madeFrom(row.name)}`}
        </span>
      </li>
    )),
  );
}

function refusedTitle(inUse: readonly ImageRow[]): string {
  const [only, ...more] = inUse;
  return only && more.length === 0 ? inUseTitle(only.name) : allInUseTitle(inUse.length);
}

function RemoveButton({ rows }: { readonly rows: readonly ImageRow[] }) {
  const remove = useRemoveImage();
  const onClick = () => {
    for (const { key, name } of rows) remove({ key, name });
    setImagesView({ selected: new Set() });
    closeSurface();
  };
  return (
    <Button appearance="primary" disabled={rows.length === 0} onClick={onClick}>
      {removeImagesButton(rows.length)}
    </Button>
  );
}

/** What can be done about images in use: look at the containers, or remove those first. */
function WaysOut({ rows }: { readonly rows: readonly ImageRow[] }) {
  const users = rows.flatMap(blockers);
  const [only, ...more] = rows;
  return (
    <>
      {only && more.length === 0 && (
        <Button
          onClick={() => {
            closeSurface();
            openContainers(only.image, users);
          }}
        >
          {imagesStrings.showContainers}
        </Button>
      )}
      <Button onClick={() => openRemove(users.map(({ key }) => key))}>
        {removeContainers(users.length)}
      </Button>
    </>
  );
}
