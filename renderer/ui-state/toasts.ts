import { create } from "zustand";

/** The result of an action whose target is off screen. Errors are never toasts: they stay (see notices). */
export interface Toast {
  readonly id: string;
  readonly title: string;
  readonly body?: string;
  /** Undo, or the way to what was made. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Oldest first. */
export const useToasts = create<{ readonly list: readonly Toast[] }>()(() => ({ list: [] }));

/** A second toast of the same thing replaces the first. */
export function showToast(toast: Toast): void {
  useToasts.setState(({ list }) => ({ list: [...list.filter((other) => other.id !== toast.id), toast] }));
}

export function closeToast(id: string): void {
  useToasts.setState(({ list }) => ({ list: list.filter((toast) => toast.id !== id) }));
}
