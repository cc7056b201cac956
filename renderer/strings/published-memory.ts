/** Words of Microsoft's own figures, which are no measurement of this app. */
export const publishedStrings = {
  summary: "For reference: Microsoft's figures of 2016 and 1709, not measured here",
  what: "The memory with which a container starts and runs basic commands at least, as Microsoft published it until 2020. That is a need and not a cost measured on a host: it must not be set against the figures above. Containers under Hyper-V isolation share pages of the same image, so the figures do not add up either.",
  old: "Old: the table is gone from today's page, and none was published for Windows Server 2019 and later.",
  source: "Source: Microsoft, Windows container requirements, version of 2020.",
  label: "Microsoft's figures of 2016 and 1709",
  image: "Base image",
  release: "Release",
  process: "Process isolation",
  hyperv: "Hyper-V isolation",
  megabytes: (mb: number) => `${mb} MB`,
  withPageFile: (mb: number, gb: number) => `${mb} MB and ${gb} GB page file`,
} as const;
