// @ts-check
import { ensurePackages } from "./setup/packages.mjs";
import { ROOT } from "./setup/root.mjs";
import { runMain } from "./setup/say.mjs";
import { buildStale } from "./setup/targets.mjs";

await runMain(async () => {
  await ensurePackages(ROOT);
  await buildStale();
});
