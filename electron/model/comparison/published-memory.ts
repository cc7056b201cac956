/** Microsoft's own figures, MB as printed: what a container needs at least, not what one was measured to cost. */
export interface PublishedMemory {
  readonly image: string;
  readonly release: string;
  readonly processMb: number;
  readonly hypervMb: number;
}

/**
 * From Microsoft's "Windows container requirements" as of 2020. The table is gone from today's page, and none was published
 * for Windows Server 2019 and later. Under Hyper-V isolation each needs a page file of 1 GB besides.
 */
export const PUBLISHED_MEMORY: readonly PublishedMemory[] = [
  { image: "Nano Server", release: "2016", processMb: 40, hypervMb: 130 },
  { image: "Nano Server", release: "1709", processMb: 30, hypervMb: 110 },
  { image: "Server Core", release: "2016", processMb: 50, hypervMb: 325 },
  { image: "Server Core", release: "1709", processMb: 45, hypervMb: 360 },
];

export const PUBLISHED_PAGE_FILE_GB = 1;
