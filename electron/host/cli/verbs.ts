import type { Verb } from "./verb.ts";
import { helpVerb } from "./verbs/help.ts";
import { ps } from "./verbs/ps.ts";
import { scene } from "./verbs/scene.ts";
import { version } from "./verbs/version.ts";

const byName = new Map<string, Verb>();
for (const verb of [ps, scene, helpVerb(byName), version]) byName.set(verb.name, verb);

/** The command line's verbs by name, in the order of the help. Each speaks to the same contract as the screens. */
export const verbs: ReadonlyMap<string, Verb> = byName;
