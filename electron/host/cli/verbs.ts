import type { Verb } from "./verb.ts";
import { advise } from "./verbs/advise.ts";
import { helpVerb } from "./verbs/help.ts";
import { host } from "./verbs/host.ts";
import { ps } from "./verbs/ps.ts";
import { rm } from "./verbs/rm.ts";
import { run } from "./verbs/run.ts";
import { scene } from "./verbs/scene.ts";
import { scope } from "./verbs/scope.ts";
import { stop } from "./verbs/stop.ts";
import { top } from "./verbs/top.ts";
import { version } from "./verbs/version.ts";

const byName = new Map<string, Verb>();
for (const verb of [ps, run, stop, rm, top, scope, host, advise, scene, helpVerb(byName), version])
  byName.set(verb.name, verb);

/** The command line's verbs by name, in the order of the help. Each speaks to the same contract as the screens. */
export const verbs: ReadonlyMap<string, Verb> = byName;
