/**
 * Lets no sound start automatically, since a person who cannot see where it comes from cannot stop it. Videos without sound may start;
 * the others get controls.
 */
export function limitAutoplay(root: HTMLElement, playsAll: boolean): void {
  // A background video has no controls.
  for (const slide of root.querySelectorAll('section[data-background-video]')) slide.setAttribute('data-background-video-muted', '')
  for (const medium of root.querySelectorAll<HTMLMediaElement>('audio, video')) {
    if (medium.defaultMuted) medium.toggleAttribute('data-autoplay', playsAll || medium.hasAttribute('data-autoplay'))
    else if (playsAll || medium.hasAttribute('data-autoplay')) {
      medium.removeAttribute('data-autoplay')
      medium.controls = true
    }
  }
}
