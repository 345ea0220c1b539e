/** What a promise gives, or `undefined` where it takes longer than `limit` milliseconds. */
export async function within<T>(limit: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  // After the timeout, ignore a late rejection.
  promise.catch(() => undefined)
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limit)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
