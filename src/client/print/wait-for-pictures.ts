/** Ends when all fonts and pictures of the page are there, also those that nobody has come near; what never comes is not waited for twice. */
export async function waitForImages(): Promise<void> {
  document.body.getBoundingClientRect()
  for (const image of document.images) image.loading = 'eager'
  await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => undefined))])
}
