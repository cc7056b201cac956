import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { showToast, useToasts } from "../ui-state/toasts.ts";
import { ToastHost } from "./toast-host.tsx";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  useToasts.setState({ list: [] });
  vi.useRealTimers();
});

const show = (id: string, run: () => void = () => {}) =>
  act(() => showToast({ id, title: `Stopped ${id}`, action: { label: "Undo", run } }));

test("a toast goes by itself, but not while somebody points at it or has the focus in it", () => {
  render(<ToastHost />);
  show("web");
  const card = screen.getByText("Stopped web").closest(".toast");
  if (!card) throw new Error("no card");
  fireEvent.pointerEnter(card);
  act(() => {
    vi.advanceTimersByTime(60_000);
  });
  expect(screen.getByText("Stopped web")).toBeTruthy();
  fireEvent.pointerLeave(card);
  act(() => {
    vi.advanceTimersByTime(60_000);
  });
  expect(screen.queryByText("Stopped web")).toBeNull();
});

test("its action runs once and puts it away", () => {
  render(<ToastHost />);
  const undo = vi.fn();
  show("web", undo);
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(undo).toHaveBeenCalledTimes(1);
  expect(screen.queryByText("Stopped web")).toBeNull();
});

test("the same result again replaces the first, another one comes below", () => {
  render(<ToastHost />);
  show("web");
  show("api");
  show("web");
  expect(screen.getAllByText(/^Stopped/).map((title) => title.textContent)).toEqual([
    "Stopped api",
    "Stopped web",
  ]);
});
