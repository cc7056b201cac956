import type { Container, Image } from "../../../electron/contract/container.ts";
import { CONTAINERS, navigate, openDetails } from "../../app/router.ts";
import { setListView } from "../../ui-state/list-view.ts";
import { shortId } from "./image-row.ts";

/** Goes to the containers made from an image: to the details of the only one, else to the list of them. */
export function openContainers(image: Image, users: readonly Container[]): void {
  const [only, ...more] = users;
  if (only && more.length === 0) {
    openDetails(only.key);
    return;
  }
  setListView({ text: shortId(image.id), isolation: "all" });
  navigate(CONTAINERS);
}
