/** Words by which a report is exported. Its own are the model's. */
export const reportStrings = {
  export: "Export",
  menu: "Export a report",
  html: "HTML page",
  htmlHint: "With the picture; opens and prints anywhere",
  markdown: "Markdown",
  json: "JSON",
  copyMarkdown: "Copy as Markdown",
  nothingYet: "There is nothing to report yet",
  saved: (file: string) => `${file} saved`,
  copied: "Report copied",
  notSaved: "The report was not saved",
  notCopied: "The report was not copied",
  noClipboard: "This page may not use the clipboard.",
  useFile: "Export it as a file instead.",
  notWritten: "The file could not be written",
  otherPlace: "Choose another place with enough room, and export again.",
} as const;
