import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";

/** Opens the Launch dialog of a page that has been rendered. */
export async function openLaunch() {
  const user = userEvent.setup();
  await screen.findByRole("heading", { level: 1, name: "Containers" });
  await user.click(screen.getByRole("button", { name: "Launch" }));
  const dialog = within(await screen.findByRole("dialog"));
  await dialog.findByRole("textbox", { name: "Command" });
  return { user, dialog };
}
