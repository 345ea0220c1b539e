import type { Browser } from 'playwright-core'

/** A short film in base64, drawn and recorded by the browser: no film stands in the repository. */
export async function recordFilm(browser: Browser): Promise<string> {
  const page = await browser.newPage()
  await page.goto('about:blank')
  const made = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    const context = canvas.getContext('2d')
    const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm' })
    const parts: Blob[] = []
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve))
    recorder.start()
    for (let count = 0; count < 12; count += 1) {
      context?.fillRect(count * 10, 0, 9, 90)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    recorder.stop()
    await stopped
    return new Promise<string>((resolve) => {
      const reader = new FileReader()
      reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result.replace(/^.*,/, '') : ''))
      reader.readAsDataURL(new Blob(parts))
    })
  })
  await page.close()
  return made
}
