const LONG = 2 ** 30;

/**
 * Keeps the process alive while `work` is under way. The clock's timers do not, and a command-line app with nothing else to do
 * would end silently in the middle of a wait.
 */
export async function stayAwake<T>(work: Promise<T>): Promise<T> {
  const awake = setInterval(() => {}, LONG);
  try {
    return await work;
  } finally {
    clearInterval(awake);
  }
}
