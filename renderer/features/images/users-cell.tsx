import { UNKNOWN } from "../../../electron/model/format.ts";
import { imagesStrings, showUsers, usedByText } from "../../strings/images.ts";
import type { ImageRow } from "./image-row.ts";
import { openContainers } from "./open-containers.ts";

/** The containers made from an image, as the way to them. */
export function UsersCell({ row }: { readonly row: ImageRow }) {
  const { users } = row;
  if (users === null) return UNKNOWN;
  const [only] = users;
  if (!only) return <span className="dim">{imagesStrings.unused}</span>;
  const names = users.map(({ name }) => name).join(", ");
  return (
    <button
      type="button"
      className="cell-link"
      tabIndex={-1}
      data-row-control=""
      aria-label={showUsers(row.name, names)}
      title={names}
      onClick={(event) => {
        event.stopPropagation();
        openContainers(row.image, users);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") event.stopPropagation();
      }}
    >
      {users.length === 1 ? only.name : usedByText(users.length)}
    </button>
  );
}
