import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BINDING, DELIVER } from "../page/page-message.ts";

/** The two scripts of a window, one for each world, run in every document before its own. */
export interface PageScripts {
  readonly pageWorld: string;
  readonly preloadWorld: string;
}

/** `process` as a sandboxed preload script has it, as far as the stand-in knows. */
const PROCESS = {
  platform: process.platform,
  arch: process.arch,
  type: "renderer",
  sandboxed: true,
  contextIsolated: true,
};

/** Throws when there is no such preload script. */
export function pageScripts(preload: string): PageScripts {
  const worlds = readFileSync(fileURLToPath(new URL("worlds.js", import.meta.url)), "utf8");
  const secret = JSON.stringify(randomUUID());
  return {
    pageWorld: inFunction(`${worlds}\nstandinWorlds.startPageWorld(${secret});`),
    preloadWorld: inFunction(`${worlds}
standinWorlds.startPreloadWorld({
  secret: ${secret},
  tell: (message) => globalThis.${BINDING}(JSON.stringify(message)),
  onDeliver: (deliver) => { globalThis.${DELIVER} = deliver; },
  process: ${JSON.stringify(PROCESS)},
  preload: (require, module, process) => { const exports = module.exports;
${readFileSync(preload, "utf8")}
  },
});`),
  };
}

const inFunction = (source: string): string => `(() => {\n${source}\n})();`;
