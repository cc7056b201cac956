import { type Check, check, ok, warning } from "./check.ts";
import { link, manual } from "./fixes.ts";

const COMMON = { category: "app", engines: [] } as const;

const reader = check({
  ...COMMON,
  id: "app.reader",
  title: "Reader of processes",
  why: "The native addon reads a host of thousands of processes in milliseconds. Without it Linux is read in JavaScript, Windows not at all.",
  needs: ["app"],
  decide: ({ app }) => {
    const evidence = [
      { name: "Version", value: app.version },
      { name: "Reader", value: app.processReader },
      ...app.notes.map((value) => ({ name: "Note", value })),
    ];
    if (app.processReader === "native") return ok(`The native addon of Isoscope ${app.version}.`, evidence);
    const why = app.notes[0] ?? "The addon did not load.";
    return warning(why, evidence, {
      fixes: [
        manual("build-addon", "Build the addon", [
          "In the folder Isoscope was checked out to; a packaged app has it, so install that again.",
          "node scripts/build-addon.mjs",
        ]),
      ],
    });
  },
});

const CONNECTOR = "https://www.kernel.org/doc/html/latest/driver-api/connector.html";

const births = check({
  ...COMMON,
  id: "app.births",
  title: "Births and deaths of processes",
  why: "Linux's process connector tells root of each process as it begins and ends. Polling finds it out at the next reading, and misses what was shorter.",
  needs: ["app"],
  decide: ({ app }) => {
    const evidence = [
      { name: "Births", value: app.births },
      ...app.notes.map((value) => ({ name: "Note", value })),
    ];
    if (app.births === "connector") return ok("The kernel tells them by its process connector.", evidence);
    const why = app.notes.find((note) => note.startsWith("Births")) ?? "They are found by polling.";
    return warning(why, evidence, {
      fixes: [
        manual("as-root", "Start Isoscope as root", [
          "The kernel tells processes with the right CAP_NET_ADMIN only. Polling does otherwise, too.",
        ]),
        link("connector", "About the connector", CONNECTOR),
      ],
    });
  },
});

const webPort = check({
  ...COMMON,
  id: "app.port",
  title: "Port for the browser",
  why: "Served to a browser Isoscope prefers one port, so that what the browser keeps for an address is there again next time.",
  needs: ["webPort"],
  decide: ({ webPort: { port, free, ours } }) => {
    const evidence = [
      { name: "Port", value: `127.0.0.1:${port}` },
      { name: "State", value: free ? "free" : ours ? "in use by this app" : "in use" },
    ];
    if (free) return ok(`${port} is free.`, evidence);
    if (ours) return ok(`${port} is in use by this very app.`, evidence);
    if (ours === null) return ok(`${port} is in use, perhaps by this very app.`, evidence);
    return warning(`${port} is in use by another program: Isoscope takes any free port instead.`, evidence, {
      fixes: [
        manual("other-port", "Name another port", [
          "Themes and columns are then kept for that one.",
          "npm start -- --port 47801",
        ]),
      ],
    });
  },
});

export const appChecks: readonly Check[] = [reader, webPort];
export const linuxAppChecks: readonly Check[] = [births];
