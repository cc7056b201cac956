/**
 * Specs that run on the web host alone, with the reason. All others run on every front; a single test of theirs that
 * needs a web host (its address, a second page), or judges a page with axe, is tagged `@web`.
 */
const WEB_ONLY = {
  "accessibility.spec.ts": "it judges pages, and they are the same behind every front",
  "socket.spec.ts": "it is about the web host's own socket and session",
  "hidden.spec.ts": "it hides a browser of its own, at the web host's address",
  "crowd.spec.ts": "it takes minutes, and engines and page are the same behind every front",
  "bad-input.spec.ts": "it takes minutes, and forms and refusals are the same behind every front",
  "compare.spec.ts": "it takes minutes of launches, and the runner is the same behind every front",
  "replay.spec.ts": "its hosts without engines are its own, and a recording is the same behind every front",
  "recording.spec.ts": "a recording is made, saved and opened by host and page, the same behind every front",
};

export const WEB_ONLY_SPECS: string[] = Object.keys(WEB_ONLY);
