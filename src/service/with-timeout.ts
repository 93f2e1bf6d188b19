const MILLISECONDS = 5_000;

/** Waits for an answer. @throws {Error} after five seconds without one. */
export async function withTimeout<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const error = new Error(`no answer within ${MILLISECONDS / 1_000} seconds`);
    timer = setTimeout(() => reject(error), MILLISECONDS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
