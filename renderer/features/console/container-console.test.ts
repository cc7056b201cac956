import { afterEach, expect, it } from "vitest";
import type { StreamListener } from "../../../electron/contract/client.ts";
import type { ConsoleInput, OutputChunk } from "../../../electron/contract/streams.ts";
import { type ConsoleStart, ContainerConsole } from "./container-console.ts";
import { consoleOf } from "./open-consoles.ts";
import type { ConsoleScreen, ScreenEvents } from "./terminal-screen.ts";

/** A screen of which only the calls are kept. */
function fakeScreen(calls: string[], change: Partial<ConsoleScreen>): ConsoleScreen {
  const note = (name: string) => (text?: unknown) => void calls.push(`${name} ${text ?? ""}`.trim());
  return {
    columns: 80,
    rows: 24,
    selection: "",
    bracketsPastes: false,
    mount: note("mount"),
    unmount: note("unmount"),
    recolour: note("recolour"),
    fit: note("fit"),
    write: (text, shown) => {
      calls.push(`write ${text}`);
      shown?.();
    },
    paste: note("paste"),
    focus: note("focus"),
    reset: note("reset"),
    setScreenReader: note("screen reader"),
    setReadOnly: note("read only"),
    find: note("find"),
    dispose: note("dispose"),
    ...change,
  };
}

function bench(change: Partial<ConsoleScreen> = {}) {
  const calls: string[] = [];
  const sent: ConsoleInput[] = [];
  let closed = 0;
  let listener: StreamListener<OutputChunk> | null = null;
  let events: ScreenEvents | null = null;
  const console = new ContainerConsole({
    open: (_start, given) => {
      listener = given;
      return {
        send: (message) => sent.push(message),
        close: () => {
          closed += 1;
        },
      };
    },
    nextFrame: (callback) => {
      callback();
      return () => {};
    },
    makeScreen: (given) => {
      events = given;
      return fakeScreen(calls, change);
    },
    copied: () => {},
  });
  const screen = (): ScreenEvents => {
    if (!events) throw new Error("no screen");
    return events;
  };
  const end: StreamListener<OutputChunk>["end"] = (error) => listener?.end(error);
  return { console, calls, sent, screen, end, closed: () => closed };
}

const shell: ConsoleStart = { target: { argv: ["sh"], name: "sh" }, tty: true, takesInput: true };
const attach = (tty: boolean, takesInput = true): ConsoleStart => ({
  target: { argv: [], name: "Its own command" },
  tty,
  takesInput,
});

it("sends what is typed, and the size when it changes", () => {
  const { console, sent, screen } = bench();
  console.open(shell);
  screen().typed("ls\r");
  screen().resized(100, 30);
  expect(sent).toEqual([
    { kind: "input", text: "ls\r" },
    { kind: "resize", columns: 100, rows: 30 },
  ]);
  expect(console.view.size).toEqual({ columns: 100, rows: 30 });
});

it("asks before several lines go to a program that cannot tell pastes", () => {
  const { console, calls, screen } = bench();
  console.open(shell);
  screen().pasted("one line\n");
  expect(calls).toContain("paste one line");
  screen().pasted("a\nb");
  expect(console.view.pasting).toBe("a\nb");
  console.answerPaste(false);
  expect(calls).not.toContain("paste a\nb");
  screen().pasted("a\nb");
  console.answerPaste(true);
  expect(calls).toContain("paste a\nb");
  expect(console.view.pasting).toBeNull();
});

it("does not ask where the program brackets pastes, and takes none where there is no input", () => {
  const bracketed = bench({ bracketsPastes: true });
  bracketed.console.open(shell);
  bracketed.screen().pasted("a\nb");
  expect(bracketed.calls).toContain("paste a\nb");
  const silent = bench();
  silent.console.open(attach(true, false));
  silent.screen().pasted("a");
  expect(silent.calls.filter((call) => call.startsWith("paste"))).toEqual([]);
});

it("begins the screen anew where the command repeats itself, and else leaves what is there", () => {
  const { console, calls, end, closed } = bench();
  console.open(attach(true));
  end({ code: "disconnected", reason: "gone" });
  expect(console.view.state?.kind).toBe("failed");
  console.open(attach(true));
  expect(calls).toContain("reset");
  calls.length = 0;
  console.open(shell);
  expect(calls).not.toContain("reset");
  expect(calls.some((call) => call.includes("── sh ──"))).toBe(true);
  expect(closed()).toBe(2);
});

it("makes lines for a command without a terminal", () => {
  const { console, sent, screen, calls } = bench();
  console.open(attach(false));
  screen().typed("hi");
  expect(sent).toEqual([]);
  screen().typed("\r");
  expect(sent).toEqual([{ kind: "input", text: "hi\n" }]);
  expect(calls).toContain("write h");
});

afterEach(() => {
  window.location.hash = "";
});

it("keeps a container's console while its drawer is open, and lets go of it then", () => {
  const go = (hash: string) => {
    window.history.replaceState(null, "", hash);
    window.dispatchEvent(new HashChangeEvent("hashchange"));
  };
  const first = bench();
  go("#/containers/docker/a?tab=console");
  const kept = consoleOf("docker/a", () => first.console);
  go("#/containers/docker/a?tab=logs");
  expect(consoleOf("docker/a", () => bench().console)).toBe(kept);
  expect(first.calls).not.toContain("dispose");
  go("#/containers/docker/b?tab=console");
  expect(first.calls).toContain("dispose");
  const second = bench();
  expect(consoleOf("docker/a", () => second.console)).toBe(second.console);
  go("#/host");
  expect(second.calls).toContain("dispose");
});
