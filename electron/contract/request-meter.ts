/** Takes note of requests: one call when a request begins, and the returned one, once, when it has ended. */
export interface RequestMeter {
  /** @param what in short, e.g. "list containers" */
  begin(what: string): (outcome: "done" | "failed") => void;
}

/** For whoever is not asked to measure. */
export const NO_METER: RequestMeter = { begin: () => () => {} };

/** Notes one piece of work from its start to its end. */
export async function metered<T>(meter: RequestMeter, what: string, work: () => Promise<T>): Promise<T> {
  const end = meter.begin(what);
  try {
    const value = await work();
    end("done");
    return value;
  } catch (thrown) {
    end("failed");
    throw thrown;
  }
}
