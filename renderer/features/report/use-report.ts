import type { IsoscopeError } from "../../../electron/contract/errors.ts";
import type { Session } from "../../../electron/contract/session.ts";
import {
  type ReportFile,
  type ReportFormat,
  reportFile,
  reportFileName,
  reportType,
} from "../../../electron/model/report/report-file.ts";
import { useHost, useHostInfo, useLive } from "../../engine/host-context.tsx";
import { sessionResource } from "../../engine/resources.ts";
import { reportStrings } from "../../strings/report.ts";
import { copyText } from "../../ui/copy-text.ts";
import { openFileSink } from "../../ui/file-sink.ts";
import { addNotice } from "../../ui-state/notices.ts";
import { showToast } from "../../ui-state/toasts.ts";
import { makeReport } from "./make-report.ts";
import { type ReportSubject, useReportSubject } from "./report-subject.ts";

const ID = "report";
const LIVE: Session = { kind: "live", recording: null };

interface Exporting {
  /** Asks where to, then writes it there. */
  save(format: ReportFormat): Promise<void>;
  /** Puts the Markdown on the clipboard. */
  copy(): Promise<void>;
}

/** Takes away what is on screen as a report. What goes wrong stays as a notice. */
export function useReport(): Exporting {
  const subject = useReportSubject();
  const { client } = useHost();
  const host = useHostInfo();
  const session = useLive(sessionResource).rows.get("session") ?? LIVE;
  const make = async (format: ReportFormat): Promise<ReportFile | null> =>
    host ? reportFile(await makeReport(client, subject, { host, session, now: Date.now() }), format) : null;
  return {
    async save(format) {
      const sink = await openFileSink(nameOf(subject, format), reportType(format));
      if (!sink) return;
      try {
        const file = await make(format);
        if (!file) return await sink.abort();
        await sink.write(new TextEncoder().encode(file.text));
        await sink.close();
        showToast({ id: ID, title: reportStrings.saved(file.name) });
      } catch (thrown) {
        await sink.abort().catch(() => {});
        addNotice({ id: ID, title: reportStrings.notSaved, error: notWritten(thrown) });
      }
    },
    async copy() {
      const file = await make("markdown");
      if (!file) return;
      if (await copyText(file.text)) showToast({ id: ID, title: reportStrings.copied });
      else addNotice({ id: ID, title: reportStrings.notCopied, error: NO_CLIPBOARD });
    },
  };
}

const nameOf = (subject: ReportSubject, format: ReportFormat): string =>
  reportFileName(subject.kind === "scope" ? subject.container.name : null, format);

const NO_CLIPBOARD: IsoscopeError = {
  code: "denied",
  reason: reportStrings.noClipboard,
  fix: reportStrings.useFile,
};

const notWritten = (thrown: unknown): IsoscopeError => ({
  code: "denied",
  reason: reportStrings.notWritten,
  fix: reportStrings.otherPlace,
  detail: String(thrown),
});
