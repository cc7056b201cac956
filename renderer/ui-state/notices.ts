import { create } from "zustand";
import type { IsoscopeError } from "../../electron/contract/errors.ts";

/** Something that went wrong and stays on screen until a person dismisses it. */
export interface Notice {
  readonly id: string;
  readonly title: string;
  readonly error: IsoscopeError;
}

interface Notices {
  readonly list: readonly Notice[];
  /** Ids of engines and jobs whose trouble was read and put away. */
  readonly dismissed: ReadonlySet<string>;
}

export const useNotices = create<Notices>()(() => ({ list: [], dismissed: new Set<string>() }));

/** A second failure of the same thing replaces the first. */
export function addNotice(notice: Notice): void {
  useNotices.setState(({ list }) => ({ list: [...list.filter((other) => other.id !== notice.id), notice] }));
}

export function dismiss(id: string): void {
  useNotices.setState(({ list, dismissed }) => ({
    list: list.filter((notice) => notice.id !== id),
    dismissed: new Set(dismissed).add(id),
  }));
}
