// @ts-check

/** Tells the person what is being done, and why, on standard error: standard output is for results. */
export function say(/** @type {string} */ line) {
  process.stderr.write(`isoscope: ${line}\n`);
}

/** A reason to stop that needs no stack: a wrong option, a missing program. */
export class Stop extends Error {
  /** @param {string} message @param {number} [exitCode] */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a script's main function. A {@link Stop} ends it with its message and exit code, anything else with its stack.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (thrown) {
    if (thrown instanceof Stop) say(thrown.message);
    else console.error(thrown);
    process.exitCode = thrown instanceof Stop ? thrown.exitCode : 1;
  }
}
