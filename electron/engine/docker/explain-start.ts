import type { IsoscopeError } from "../../contract/errors.ts";
import { mismatchAdvice } from "../../model/windows-builds.ts";
import type { EngineLaunch } from "../engine.ts";
import { holeFailure } from "./holes/hole-failure.ts";
import { isNoSuchFile, startFailure } from "./launch-errors.ts";
import type { Session } from "./negotiate.ts";
import { inspectContainer } from "./read-container.ts";
import { inspectImage } from "./read-image.ts";
import { type WindowsSubject, windowsFailure } from "./windows-failure.ts";

/** What a refused start means. Windows is asked for its image's version only when the daemon's words call for it. */
export async function explainStart(
  session: Session,
  spec: EngineLaunch,
  id: string,
  message: string,
): Promise<IsoscopeError> {
  const ofHole = holeFailure(spec, message);
  if (ofHole) return ofHole;
  if (session.facts.os === "windows" && !isNoSuchFile(message)) {
    const typed = windowsFailure(message, await subjectOf(session, spec));
    if (typed) return typed;
  }
  return startFailure(message, await exitCodeOf(session, id));
}

async function subjectOf(session: Session, spec: EngineLaunch): Promise<WindowsSubject> {
  const { osVersion: host, operatingSystem } = session.facts;
  const image = await inspectImage(session, spec.image).then(
    ({ OsVersion }) => OsVersion || spec.image,
    () => spec.image,
  );
  return {
    op: "start",
    engine: session.wire.origin.title,
    host: host || operatingSystem,
    image,
    capability: `launch.${spec.isolation}`,
    mismatchFix: mismatchAdvice(host, image),
  };
}

const exitCodeOf = (session: Session, id: string): Promise<number | null> =>
  inspectContainer(session, id).then(
    ({ State }) => State.ExitCode,
    () => null,
  );
