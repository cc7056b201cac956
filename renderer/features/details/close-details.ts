import { CONTAINERS, navigate } from "../../app/router.ts";
import { focusRow } from "../../ui-state/list-view.ts";

/** Closes the drawer. The focus goes back to the row it was opened from. */
export function closeDetails(key: string): void {
  navigate(CONTAINERS);
  focusRow(key);
}
