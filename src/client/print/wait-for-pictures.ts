/** Ends when all fonts and pictures of the page are there, also those that nobody has come near; what never comes is not waited for twice. */
export async function waitForPictures(): Promise<void> {
  document.body.getBoundingClientRect()
  for (const picture of document.images) picture.loading = 'eager'
  await Promise.all([document.fonts.ready, ...[...document.images].map((picture) => picture.decode().catch(() => undefined))])
}
