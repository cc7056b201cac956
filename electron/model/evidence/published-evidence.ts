/**
 * What proves a claim of the session that is shipped with the app: the page its figures come from. The stamps that the rules
 * of evidence compare were set by us there, and nothing may be said to be read that nobody read.
 */
export const publishedEvidence = {
  same: "Microsoft’s page says so; start times are set by us",
  worker: "Microsoft’s page shows it; the VM’s id is set by us",
  kernels: "Microsoft’s page says so; nothing was read",
} as const;
