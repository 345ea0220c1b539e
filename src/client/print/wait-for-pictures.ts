/** Resolves when all fonts and images of the page are loaded, lazy ones included; failed images are ignored. */
export async function waitForImages(): Promise<void> {
  document.body.getBoundingClientRect()
  for (const image of document.images) image.loading = 'eager'
  await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode().catch(() => undefined))])
}
