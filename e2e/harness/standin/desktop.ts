import type { IpcMessage, Preventable } from "../../../electron/host/electron/surface.ts";
import type { Connection } from "../devtools/connection.ts";
import type { Contents } from "./contents.ts";
import type { Permissions } from "./permissions.ts";
import type { Schemes } from "./schemes.ts";

/** What a window needs of the rest of the stand-in. */
export interface Desktop {
  readonly schemes: Schemes;
  readonly permissions: Permissions;
  readonly connection: () => Promise<Connection>;
  readonly contentsCreated: (event: Preventable, contents: Contents) => void;
  /** A message of the page's preload script, with its arguments. */
  readonly ipc: (channel: string, event: IpcMessage, args: readonly unknown[]) => void;
  readonly dark: (dark: boolean) => void;
  readonly keys: (keys: string) => void;
  readonly closed: (window: object) => void;
}
