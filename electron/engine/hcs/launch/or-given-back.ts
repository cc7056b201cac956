/**
 * What `wait` makes of the work: its result, or a failure before it. A result that comes after that is given back.
 */
export async function orGivenBack<T>(
  work: Promise<T>,
  wait: (work: Promise<T>) => Promise<T>,
  giveBack: (late: T) => void,
): Promise<T> {
  try {
    return await wait(work);
  } catch (thrown) {
    work.then(giveBack, () => {});
    throw thrown;
  }
}
