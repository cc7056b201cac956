import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { LiveSource } from "../contract/live-source.ts";
import { LiveStore } from "../contract/live-store.ts";
import { AppSettings, DEFAULT_SETTINGS } from "../contract/settings.ts";

/** The app's own settings: read once, told to every page, written when changed. */
export class Settings {
  readonly #path: string;
  readonly #store = new LiveStore<AppSettings>();
  #current: AppSettings;

  /** @param path of the file; one that is missing or unreadable stands for the defaults. */
  constructor(path: string) {
    this.#path = path;
    this.#current = read(path);
    this.#publish();
  }

  get current(): AppSettings {
    return this.#current;
  }

  get live(): LiveSource<AppSettings> {
    return this.#store;
  }

  /** Throws what the file system says when it cannot be kept; it holds for this run all the same. */
  change(settings: AppSettings): void {
    this.#current = settings;
    this.#publish();
    mkdirSync(dirname(this.#path), { recursive: true });
    const fresh = `${this.#path}.new`;
    writeFileSync(fresh, `${JSON.stringify(this.#current, null, 2)}\n`, { mode: 0o600 });
    renameSync(fresh, this.#path);
  }

  #publish(): void {
    this.#store.update([["app", this.#current]]);
  }
}

function read(path: string): AppSettings {
  try {
    return AppSettings.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return DEFAULT_SETTINGS;
  }
}
