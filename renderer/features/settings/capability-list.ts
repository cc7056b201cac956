import type { Action, Capability, EngineStatus } from "../../../electron/contract/engine.ts";
import { inSentence, type Words } from "../../app/words.ts";
import { actionWords } from "../../strings/containers.ts";
import { enginesStrings } from "../../strings/settings.ts";

export interface NamedCapability {
  readonly name: string;
  readonly capability: Capability;
}

/** Everything an engine says that it can or cannot do, in words. */
export function capabilityList({ capabilities }: EngineStatus, words: Words): readonly NamedCapability[] {
  const { launch, actions } = capabilities;
  const named = enginesStrings.capabilities;
  return [
    { name: enginesStrings.launchUnder(inSentence(words.isolation.process)), capability: launch.process },
    { name: enginesStrings.launchUnder(inSentence(words.isolation.hyperv)), capability: launch.hyperv },
    { name: named.interactive, capability: capabilities.interactive },
    { name: named.attach, capability: capabilities.attach },
    { name: named.exec, capability: capabilities.exec },
    { name: named.logs, capability: capabilities.logs },
    { name: named.images, capability: capabilities.images },
    { name: named.importImage, capability: capabilities.importImage },
    { name: named.loadImages, capability: capabilities.loadImages },
    { name: named.exportImage, capability: capabilities.exportImage },
    { name: named.removeImage, capability: capabilities.removeImage },
    ...Object.entries(actions).map(([action, capability]) => ({
      name: isAction(action) ? actionWords[action] : action,
      capability,
    })),
  ];
}

const isAction = (name: string): name is Action => Object.hasOwn(actionWords, name);
