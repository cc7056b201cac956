import type { MenuItemConstructorOptions } from "electron";

/**
 * The hidden menu exists for its accelerators. There is no reload in it: F5 and Ctrl+R belong to the page, and a reload
 * would drop consoles that are open.
 */
export function menuTemplate(options: { readonly devTools: boolean }): MenuItemConstructorOptions[] {
  return [
    { label: "File", submenu: [{ role: "quit" }] },
    {
      label: "Edit",
      submenu: [
        { role: "undo" },
        { role: "redo" },
        { type: "separator" },
        { role: "cut" },
        { role: "copy" },
        { role: "paste" },
        { role: "selectAll" },
      ],
    },
    {
      label: "View",
      submenu: [
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        { role: "togglefullscreen" },
        ...(options.devTools ? [{ role: "toggleDevTools" } as const] : []),
      ],
    },
    { label: "Window", submenu: [{ role: "minimize" }, { role: "close" }] },
  ];
}
