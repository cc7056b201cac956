// @ts-check

/**
 * What the stand-in found wrong when its processes ended: one sentence per fault.
 * @param {string} text the file that HCS_STANDIN_REPORT named; one line of JSON per process
 * @param {{ leaves: string | null }} directives
 * @returns {readonly string[]}
 */
export function readLiveReport(text, { leaves }) {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => {
      const { violations, ...counts } = JSON.parse(line);
      const open = Object.entries(counts).filter(([, count]) => count !== 0);
      const left = open.map(([what, count]) => `${count} ${what} still open when the process ended`);
      return [...violations, ...(leaves === null ? left : [])];
    });
}
