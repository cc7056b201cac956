import { IsoscopeFailure } from "../../contract/failure.ts";
import type { ArchiveOptions, ReadableTar, WorkContext } from "../engine.ts";
import { readTags, restoreTags } from "./image-tags.ts";
import type { Session } from "./negotiate.ts";
import { sendArchive } from "./send-archive.ts";
import { TransferReport } from "./transfer-report.ts";

const OP = "load the images";

/** Takes an archive of images in. On failure and when aborted, references are as they were before. */
export async function loadArchive(
  session: Session,
  archive: ReadableTar,
  { sizeBytes }: ArchiveOptions,
  { signal, progress }: WorkContext,
): Promise<readonly string[]> {
  const before = await readTags(session);
  const report = new TransferReport(sizeBytes, progress);
  const names: string[] = [];
  try {
    const call = { op: OP, path: "/images/load", query: { quiet: false }, signal };
    await sendArchive(
      session,
      {
        ...call,
        onLine: (line) => {
          report.line(line);
          names.push(...loadedNames(line.stream));
        },
      },
      report.counted(archive),
    );
    if (signal.aborted) throw new IsoscopeFailure({ code: "cancelled", op: OP });
    if (names.length === 0) throw noName();
    report.done();
    return names;
  } catch (thrown) {
    await restoreTags(session, before, names);
    throw thrown;
  }
}

/** "Loaded image: name:tag", "Loaded image ID: sha256:…"; podman names several in one line. */
export function loadedNames(line: string): readonly string[] {
  const [, list] = /^Loaded image(?:s|\(s\))?(?: ID)?: *(\S.*)$/.exec(line.trim()) ?? [];
  return list === undefined ? [] : list.split(",").map((name) => name.trim());
}

const noName = () =>
  new IsoscopeFailure({
    code: "http",
    op: OP,
    status: 200,
    message: "The daemon ended without naming an image: the archive holds none that it can use.",
  });
