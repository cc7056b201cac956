import { startPageWorld } from "./page-world.ts";
import { startPreloadWorld } from "./preload-world.ts";

/** What the bundle for the page gives to the two scripts; its name there is `standinWorlds`. */
export { startPageWorld, startPreloadWorld };
