/** Loads a style sheet. Without it the page is plain, and still there, so this never fails. */
export function loadSheet(href: string): Promise<unknown> {
  return new Promise((resolve) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = href
    for (const event of ['load', 'error']) link.addEventListener(event, resolve)
    document.head.append(link)
  })
}
