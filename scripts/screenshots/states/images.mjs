// @ts-check

/** @typedef {import("@playwright/test").Page} Page */

const HASH = "#/images";

const row = (/** @type {Page} */ page, /** @type {string} */ name) =>
  page.getByRole("row").filter({ hasText: name });

/** Holds a file over the page, as a drag from the desktop does. @param {Page} page */
async function holdFile(page) {
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "alpine.tar"));
    window.dispatchEvent(new DragEvent("dragenter", { dataTransfer: data }));
  });
}

/** Chooses a root filesystem: one tar header with the name of a folder that images do not have. @param {Page} page */
async function chooseFilesystem(page) {
  await page.setInputFiles("input[type=file]", {
    name: "alpine-rootfs.tar",
    mimeType: "application/x-tar",
    buffer: rootFilesystem(),
  });
}

/** One empty folder named bin. */
function rootFilesystem() {
  const header = Buffer.alloc(512);
  header.write("bin/", 0);
  header.write("0000755\0", 100);
  header.write("00000000000\0", 124);
  header.write("        ", 148);
  header.write("5", 156);
  header.write("ustar\0", 257);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([header, Buffer.alloc(1024)]);
}

/** @type {readonly import("../states.mjs").State[]} */
export const IMAGES = [
  {
    name: "images",
    scene: "scene",
    hash: HASH,
    hover: "redis:7",
    act: (page) => row(page, "redis:7").waitFor(),
  },
  {
    name: "images-windows",
    scene: "windowsImages",
    hash: HASH,
    act: (page) => row(page, "ltsc2022").waitFor(),
  },
  {
    name: "images-menu",
    scene: "scene",
    hash: HASH,
    act: async (page) => {
      await row(page, "redis:7").click({ button: "right" });
      await page.getByRole("menuitem", { name: /^Export/ }).waitFor();
    },
  },
  {
    name: "images-drop",
    scene: "scene",
    hash: HASH,
    act: async (page) => {
      await row(page, "redis:7").waitFor();
      await holdFile(page);
      await page.getByText("Drop to import").waitFor();
    },
  },
  {
    name: "images-transfer",
    scene: "transferring",
    hash: HASH,
    act: async (page) => {
      await page.getByRole("button", { name: "4 layers" }).click();
      await page.getByRole("list", { name: /^Layers of/ }).waitFor();
    },
  },
  {
    name: "containers-transfer",
    scene: "transferring",
    act: (page) => page.getByRole("button", { name: "4 layers" }).waitFor(),
  },
  {
    name: "images-reference",
    scene: "scene",
    hash: HASH,
    act: async (page) => {
      await row(page, "redis:7").waitFor();
      await chooseFilesystem(page);
      await page.getByRole("textbox", { name: "Reference" }).waitFor();
    },
  },
  {
    name: "images-remove",
    scene: "scene",
    hash: HASH,
    act: async (page) => {
      for (const name of ["debian:12", "redis:7", "alpine-mini"])
        await row(page, name).getByRole("checkbox").check();
      await page.getByRole("toolbar").getByRole("button", { name: "Remove" }).click();
      await page.getByRole("alertdialog").waitFor();
    },
  },
  {
    name: "images-in-use",
    scene: "scene",
    hash: HASH,
    act: async (page) => {
      await row(page, "isoscope/demo:1").press("Delete");
      await page.getByRole("alertdialog").getByText("in use").waitFor();
    },
  },
  {
    name: "images-refused",
    scene: "scene",
    hash: HASH,
    act: async (page) => {
      await row(page, "redis:7").waitFor();
      await page.setInputFiles("input[type=file]", {
        name: "holiday.jpg",
        mimeType: "image/jpeg",
        buffer: Buffer.from("no archive at all"),
      });
      await page.getByText("holiday.jpg was not imported.").waitFor();
    },
  },
  {
    name: "images-empty",
    scene: "noImages",
    hash: HASH,
    act: (page) => page.getByText(/^No images on/).waitFor(),
  },
  { name: "images-stale", scene: "stale", hash: HASH, act: (page) => row(page, "redis:7").waitFor() },
  {
    name: "images-loading",
    scene: "loading",
    hash: HASH,
    act: (page) => page.locator(".loading-row").first().waitFor(),
  },
];
