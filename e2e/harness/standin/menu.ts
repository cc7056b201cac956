import type { MenuItemConstructorOptions } from "electron";
import type { MenuSurface } from "../../../electron/host/electron/surface.ts";
import { acceleratorsOf } from "./menu-roles.ts";

export interface MenuItem {
  readonly label: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerators: readonly string[];
  readonly submenu: Menu | null;
  readonly click: (() => void) | null;
}

export class Menu {
  readonly items: readonly MenuItem[];

  constructor(template: readonly MenuItemConstructorOptions[]) {
    this.items = template.map(toItem);
  }

  /** The item that these keys choose; null without one. */
  find(keys: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.accelerators.includes(keys) ? item : item.submenu?.find(keys);
      if (found) return found;
    }
    return null;
  }
}

function toItem(options: MenuItemConstructorOptions): MenuItem {
  const { role, accelerator, submenu, click } = options;
  const type = options.type ?? (submenu ? "submenu" : "normal");
  return {
    label: options.label ?? role ?? "",
    role,
    type,
    accelerators: acceleratorsOf({
      ...(role === undefined ? {} : { role }),
      ...(typeof accelerator === "string" ? { accelerator } : {}),
    }),
    submenu: Array.isArray(submenu) ? new Menu(submenu) : null,
    // A click handler that wants Electron's own item and window would get none; the app has none.
    click: click ? () => Reflect.apply(click, undefined, []) : null,
  };
}

/** What a key press chose: by `quit` and `close` something happens, other roles are only counted. */
export interface MenuActions {
  readonly quit: () => void;
  readonly close: () => void;
}

/** Electron's `Menu`: one application menu, whose accelerators work while the window has the focus. */
export class Menus implements MenuSurface {
  readonly #actions: MenuActions;
  #menu: Menu | null = null;

  constructor(actions: MenuActions) {
    this.#actions = actions;
  }

  buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    return new Menu(template);
  }

  setApplicationMenu(menu: unknown): void {
    if (menu !== null && !(menu instanceof Menu)) throw new TypeError("Invalid menu");
    this.#menu = menu;
  }

  getApplicationMenu(): Menu | null {
    return this.#menu;
  }

  /** Does what these keys choose, if the menu has them. */
  press(keys: string): void {
    const item = this.#menu?.find(keys);
    item?.click?.();
    if (item?.role === "quit") this.#actions.quit();
    if (item?.role === "close") this.#actions.close();
  }
}
