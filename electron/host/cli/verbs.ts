import type { Verb } from "./verb.ts";
import { advise } from "./verbs/advise.ts";
import { compare } from "./verbs/compare.ts";
import { completionVerb } from "./verbs/completion.ts";
import { doctor } from "./verbs/doctor.ts";
import { helpVerb } from "./verbs/help.ts";
import { host } from "./verbs/host.ts";
import { images } from "./verbs/images.ts";
import { ps } from "./verbs/ps.ts";
import { record } from "./verbs/record.ts";
import { replayVerb } from "./verbs/replay.ts";
import { rm } from "./verbs/rm.ts";
import { run } from "./verbs/run.ts";
import { scene } from "./verbs/scene.ts";
import { scope } from "./verbs/scope.ts";
import { serve } from "./verbs/serve.ts";
import { stop } from "./verbs/stop.ts";
import { top } from "./verbs/top.ts";
import { version } from "./verbs/version.ts";

const byName = new Map<string, Verb>();
const all = [
  ...[ps, run, stop, rm, top, scope, compare, host, images, advise, doctor, record],
  ...[replayVerb(byName), serve, scene],
  ...[completionVerb(byName), helpVerb(byName), version],
];
for (const verb of all) byName.set(verb.name, verb);

/** The command line's verbs by name, in the order of the help. Each speaks to the same contract as the screens. */
export const verbs: ReadonlyMap<string, Verb> = byName;
