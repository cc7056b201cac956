import type { ReportDocument } from "../../contract/report.ts";

/** The document as it is: `electron/contract/report.ts` is its schema, `format` and `version` say which. */
export const reportJson = (document: ReportDocument): string => `${JSON.stringify(document, null, 2)}\n`;
