/**
 * Lets nothing that is heard start by itself: whoever does not see where a voice comes from cannot stop it. Films without sound may start;
 * the others get buttons.
 */
export function limitAutoplay(root: HTMLElement, playsAll: boolean): void {
  // Behind a slide there are no buttons.
  for (const slide of root.querySelectorAll('section[data-background-video]')) slide.setAttribute('data-background-video-muted', '')
  for (const medium of root.querySelectorAll<HTMLMediaElement>('audio, video')) {
    if (medium.defaultMuted) medium.toggleAttribute('data-autoplay', playsAll || medium.hasAttribute('data-autoplay'))
    else if (playsAll || medium.hasAttribute('data-autoplay')) {
      medium.removeAttribute('data-autoplay')
      medium.controls = true
    }
  }
}
