/** Plays media that may start automatically while they are in the window, where slides are one below the other; `calm` gives them controls. */
export function playInView(root: HTMLElement, calm: boolean): void {
  const media = root.querySelectorAll<HTMLMediaElement>('[data-autoplay]:is(audio, video)')
  if (calm) {
    for (const medium of media) medium.controls = true
    return
  }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!(target instanceof HTMLMediaElement)) continue
        // A browser may refuse to play; the medium then stays still.
        if (isIntersecting) target.play().catch(() => undefined)
        else target.pause()
      }
    },
    { threshold: 0.5 },
  )
  for (const medium of media) observer.observe(medium)
}
