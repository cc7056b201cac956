import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { packTar } from "modern-tar";
import { afterEach, expect, test } from "vitest";
import {
  loading,
  noImages,
  scene,
  stale,
  transferring,
  windowsImages,
} from "../../../e2e/fixtures/scenarios.ts";
import { renderApp, reset } from "../../testing/render-app.tsx";
import { useSurfaces } from "../../ui-state/surfaces.ts";
import { IMAGES_VIEW, setImagesView } from "./images-view.ts";

afterEach(() => {
  reset();
  setImagesView(IMAGES_VIEW);
});

const open = (scenario = scene) => renderApp(scenario, "#/images");
const grid = () => screen.findByRole("grid", { name: "Images" });
const rowOf = async (name: string) => {
  await grid();
  const cells = () => [...document.querySelectorAll<HTMLElement>(".whole-name")];
  await waitFor(() => expect(cells().map(({ textContent }) => textContent)).toContain(name));
  const row = cells()
    .find(({ textContent }) => textContent === name)
    ?.closest<HTMLElement>('[role="row"]');
  if (!row) throw new Error(`${name} is in no row`);
  return row;
};
/** Also while a dialog is closing, which hides the page behind it from roles. */
const names = () =>
  [...document.querySelectorAll("[role=row] .image-name > span:first-child")].map(
    ({ textContent }) => textContent,
  );

const tarFile = async (fileName: string, ...entries: readonly string[]) => {
  const tar = await packTar(
    entries.map((name) => ({ header: { name, size: 0, type: name.endsWith("/") ? "directory" : "file" } })),
  );
  return new File([Uint8Array.from(tar)], fileName);
};

const choose = async (user: ReturnType<typeof userEvent.setup>, file: File) => {
  await grid();
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  if (!input) throw new Error("there is no choice of files");
  await user.upload(input, file);
};

test("lists references, system, size and who uses the image", async () => {
  open();
  const row = within(await rowOf("debian:12"));
  for (const text of ["+1", "linux/amd64", "117 MB", "Docker"]) expect(row.getByText(text)).toBeTruthy();
  expect(row.getByRole("button", { name: /Used by ci-build-7/ })).toBeTruthy();
  const bare = within(await rowOf("666666666666"));
  expect(bare.getByText("no reference")).toBeTruthy();
  expect(screen.getByText("5 of 7 in use")).toBeTruthy();
});

test("what is not known is a dash, never 0", async () => {
  open();
  const row = within(await rowOf("alpine-mini-rootfs:latest"));
  expect(row.getAllByText("–")).toHaveLength(1);
  expect(row.queryByText("0 B")).toBeNull();
});

test("sorts by a column, and back on the second click; unnamed images stay last by name", async () => {
  const user = userEvent.setup();
  open();
  await grid();
  expect(names().at(-1)).toBe("666666666666");
  await user.click(screen.getByRole("button", { name: "Size" }));
  expect(names().slice(0, 2)).toEqual(["alpine-mini-rootfs:latest", "isoscope/demo:1"]);
  await user.click(screen.getByRole("button", { name: "Size" }));
  expect(names()[0]).toBe("registry.example/orders/api:8.0");
  expect(screen.getByRole("columnheader", { name: "Size" }).getAttribute("aria-sort")).toBe("descending");
});

test("the filter looks at references and users; no match offers to clear it", async () => {
  const user = userEvent.setup();
  open();
  await grid();
  const filter = screen.getByRole("searchbox", { name: "Filter images" });
  await user.type(filter, "bookworm");
  await waitFor(() => expect(names()).toEqual(["debian:12"]));
  await user.clear(filter);
  await user.type(filter, "web-front");
  await waitFor(() => expect(names()).toEqual(["docker.io/library/nginx:1.27-alpine"]));
  await user.type(filter, " nothing");
  await user.click(await screen.findByRole("button", { name: "Clear filter" }));
  await waitFor(() => expect(names()).toHaveLength(7));
});

test("Enter launches the image, Space selects, Ctrl+A selects all that match", async () => {
  const user = userEvent.setup();
  open();
  const row = await rowOf("redis:7");
  row.focus();
  await user.keyboard(" ");
  expect(row.getAttribute("aria-selected")).toBe("true");
  expect(screen.getByRole("toolbar", { name: "1 selected" })).toBeTruthy();
  await user.keyboard("{Control>}a{/Control}");
  expect(screen.getByRole("toolbar", { name: "7 selected" })).toBeTruthy();
  await user.keyboard("{Enter}");
  expect(useSurfaces.getState().open).toEqual({ kind: "launch", image: "redis:7" });
});

test("used by one leads to its details, by several to the list of them", async () => {
  const user = userEvent.setup();
  open();
  await user.click(within(await rowOf("redis:7")).getByRole("button", { name: /Used by redis-cache/ }));
  expect(window.location.hash).toBe("#/containers/docker/redis-cache");
  window.location.hash = "#/images";
  await user.click(within(await rowOf("isoscope/demo:1")).getByRole("button", { name: /Used by/ }));
  await waitFor(() => expect(window.location.hash).toBe("#/containers"));
  const list = await screen.findByRole("grid", { name: "Containers" });
  await waitFor(() => expect(list.getAttribute("aria-rowcount")).toBe("8"));
});

test("Delete asks with the names; Cancel has the focus; what is confirmed goes", async () => {
  const user = userEvent.setup();
  open();
  (await rowOf("debian:12")).focus();
  await user.keyboard("{Delete}");
  const dialog = await screen.findByRole("alertdialog");
  expect(within(dialog).getByText("debian:12, debian:bookworm")).toBeTruthy();
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Cancel"));
  await user.click(within(dialog).getByRole("button", { name: "Remove" }));
  await waitFor(() => expect(names()).not.toContain("debian:12"));
});

test("an image in use stays: the dialog names who uses it and offers the ways out", async () => {
  const user = userEvent.setup();
  open();
  (await rowOf("redis:7")).focus();
  await user.keyboard("{Delete}");
  const dialog = within(await screen.findByRole("alertdialog"));
  expect(dialog.getByText("redis:7 is in use")).toBeTruthy();
  expect(dialog.getByText("redis-cache")).toBeTruthy();
  expect(dialog.queryByRole("button", { name: "Remove" })).toBeNull();
  await user.click(dialog.getByRole("button", { name: "Remove its container…" }));
  expect(useSurfaces.getState().open).toEqual({ kind: "remove", keys: ["docker/redis-cache"] });
});

test("of several, those in use stay and the button counts the others", async () => {
  const user = userEvent.setup();
  open();
  for (const name of ["debian:12", "redis:7"]) {
    await user.click(within(await rowOf(name)).getByRole("checkbox"));
  }
  await user.click(within(screen.getByRole("toolbar")).getByRole("button", { name: "Remove" }));
  const dialog = within(await screen.findByRole("alertdialog"));
  expect(dialog.getByText("stays: used by redis-cache")).toBeTruthy();
  await user.click(dialog.getByRole("button", { name: "Remove" }));
  await waitFor(() => expect(names()).not.toContain("debian:12"));
  expect(names()).toContain("redis:7");
});

test("an archive of images comes in without a question", async () => {
  const user = userEvent.setup();
  open();
  await choose(user, await tarFile("saved.tar", "manifest.json"));
  await rowOf("loaded:latest");
  expect(screen.getByText("loaded:latest imported.")).toBeTruthy();
});

test("a root filesystem asks for a reference, which is checked, and becomes the image's", async () => {
  const user = userEvent.setup();
  open();
  await choose(user, await tarFile("Alpine.tar", "bin/", "etc/"));
  const form = within(await screen.findByRole("form", { name: "Alpine.tar needs a reference." }));
  const field = form.getByRole("textbox", { name: "Reference" });
  expect(field).toHaveProperty("value", "alpine:latest");
  await user.clear(field);
  await user.type(field, "Not A Name");
  await user.click(form.getByRole("button", { name: "Import" }));
  expect(form.getByText(/lower case/)).toBeTruthy();
  await user.clear(field);
  await user.type(field, "mine:1{Enter}");
  await rowOf("mine:1");
  expect(screen.queryByRole("form")).toBeNull();
});

test("cancelling the question imports nothing and says nothing", async () => {
  const user = userEvent.setup();
  open();
  await choose(user, await tarFile("fs.tar", "bin/"));
  const form = within(await screen.findByRole("form"));
  await user.click(form.getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByRole("form")).toBeNull());
  expect(screen.queryByText(/was not imported/)).toBeNull();
  expect(names()).toHaveLength(7);
});

test.each([
  ["text", new File(["hello"], "bad.tar"), /not a tar archive/],
  ["nothing", new File([], "bad.tar"), /The file is empty/],
])("a file of %s is refused with why", async (_what, file, why) => {
  const user = userEvent.setup();
  open();
  await choose(user, file);
  expect(await screen.findByText("bad.tar was not imported.")).toBeTruthy();
  expect(screen.getByRole("alert").textContent).toMatch(why);
  expect(names()).toHaveLength(7);
});

test("files held over the page show where they go, and are imported when dropped", async () => {
  open();
  await grid();
  const file = await tarFile("saved.tar", "manifest.json");
  const held = { types: ["Files"], items: [{ getAsFile: () => file, webkitGetAsEntry: () => null }] };
  fireEvent.dragEnter(window, { dataTransfer: held });
  expect(screen.getByText("Drop to import")).toBeTruthy();
  fireEvent.drop(window, { dataTransfer: held });
  expect(screen.queryByText("Drop to import")).toBeNull();
  await rowOf("loaded:latest");
});

test("a folder is refused before anything is sent", async () => {
  open();
  await grid();
  const folder = { getAsFile: () => new File([], "src"), webkitGetAsEntry: () => ({ isDirectory: true }) };
  fireEvent.drop(window, { dataTransfer: { types: ["Files"], items: [folder] } });
  expect(await screen.findByText("src was not imported.")).toBeTruthy();
  expect(screen.getByRole("alert").textContent).toContain("a folder cannot be imported");
});

test("a transfer shows what is sent and unpacked apart, and its layers when unfolded", async () => {
  const user = userEvent.setup();
  open(transferring);
  expect(await screen.findByText("231 MB of 231 MB")).toBeTruthy();
  expect(screen.getByRole("progressbar", { name: "Import orders-api-9.0.tar: Sent" })).toBeTruthy();
  const unpacked = screen.getByRole("progressbar", { name: "Import orders-api-9.0.tar: Unpacked" });
  expect(unpacked.getAttribute("aria-valuenow")).toBeNull();
  expect(screen.queryByRole("list")).toBeNull();
  await user.click(screen.getByRole("button", { name: "4 layers" }));
  const layers = within(screen.getByRole("list", { name: "Layers of Import orders-api-9.0.tar" }));
  expect(layers.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "0f1e2d3c4b5aAlready here",
    "1a2b3c4d5e6fDone77.8 MB of 77.8 MB",
    "2b3c4d5e6f70Unpacking18.6 MB of 104 MB",
    "3c4d5e6f7081Waiting",
  ]);
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  await waitFor(() => expect(screen.queryByText("231 MB of 231 MB")).toBeNull());
});

test("no images: says how they come", async () => {
  open(noImages);
  expect(await screen.findByText("No images on lab-deb12")).toBeTruthy();
  expect(screen.getAllByRole("button", { name: "Import…" })).toHaveLength(2);
});

test("nothing is counted before the first list has come", async () => {
  open(loading);
  expect(await screen.findByText("Reading images")).toBeTruthy();
  expect(screen.queryByText(/No images/)).toBeNull();
});

test("while the engine is stale rows stay, and importing says why not", async () => {
  open(stale);
  expect((await rowOf("redis:7")).className).toContain("stale");
  await waitFor(() => {
    const button = screen.getByRole("button", { name: "Import…" });
    expect(button.getAttribute("aria-disabled")).toBe("true");
    expect(button.title).toContain("Docker is not answering");
  });
});

test("engines without images of their own say why", async () => {
  open();
  expect(await screen.findByText(/QEMU micro-VM: Images come from the container engine/)).toBeTruthy();
});

test("each isolation has a column with the verdict, and the reason behind it", async () => {
  open(windowsImages);
  const heads = within(await grid()).getAllByRole("columnheader");
  expect(heads.map(({ textContent }) => textContent)).toContain("Hyper-V");
  const row = await rowOf("mcr.microsoft.com/windows/servercore:ltsc2019");
  const fails = within(row).getByText("Fails").closest('[role="gridcell"]');
  expect(fails?.getAttribute("aria-description")).toBe(
    "Image build 17763 does not match host build 20348: process isolation would fail with 0xc0370101. Hyper-V isolation runs it.",
  );
  expect(within(row).getByText("Runs")).toBeTruthy();
  const newer = await rowOf("mcr.microsoft.com/windows/servercore:ltsc2025");
  expect(within(newer).getAllByText("Fails")).toHaveLength(2);
});

test("on Linux the columns have its words, and a foreign architecture fails in both", async () => {
  open();
  const heads = within(await grid()).getAllByRole("columnheader");
  expect(heads.map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(["Shared kernel", "Micro-VM"]),
  );
  const arm = await rowOf("alpine-mini-rootfs:latest");
  expect(within(arm).getAllByText("Fails")).toHaveLength(2);
});

test("a click on an isolation's column puts what runs first", async () => {
  const user = userEvent.setup();
  open(windowsImages);
  const head = await within(await grid()).findByRole("button", { name: "Process" });
  await user.click(head);
  await waitFor(() => expect(names()[0]).toBe("mcr.microsoft.com/windows/nanoserver:ltsc2022"));
});
