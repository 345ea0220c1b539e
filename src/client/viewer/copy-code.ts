import { makeButton } from '../make-element.ts'
import { flash } from './announce.ts'
import type { UiLanguage } from '../ui-language.ts'
import { drawIcon } from './icons.ts'

/** Adds a button to each block of code below `root` that copies its text. Without code, it does nothing. */
export function offerCopies(root: HTMLElement, { lang, words }: UiLanguage, announce: (text: string) => void): void {
  for (const code of root.querySelectorAll<HTMLElement>('pre:not(.diagram, aside *) > code')) {
    if (code.nextElementSibling) continue
    const button = makeButton('', () => {
      void copy(code).then((isCopied) => {
        if (!isCopied) return
        announce(words.copied)
        flash(words.copied)
      })
    })
    Object.assign(button, { className: 'viewer-copy', lang, ariaLabel: words.copy, title: words.copy })
    button.append(drawIcon('copy'))
    // reveal.js would also go on to the next slide.
    button.addEventListener('keydown', (event) => {
      if (event.key === ' ' || event.key === 'Enter') event.stopPropagation()
    })
    code.after(button)
    hideOnEscape(code, button)
  }
}

/** Escape hides a button that covers code, until the pointer comes again. */
function hideOnEscape(code: HTMLElement, button: HTMLElement): void {
  const pre = code.parentElement
  pre?.addEventListener('pointerenter', () => button.classList.remove('viewer-unwanted'))
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !pre?.matches(':hover') || button.matches('.viewer-unwanted') || !covers(button, code)) return
      button.classList.add('viewer-unwanted')
      // Not also the overview.
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    { capture: true },
  )
}

function covers(button: HTMLElement, code: HTMLElement): boolean {
  const box = button.getBoundingClientRect()
  const range = document.createRange()
  range.selectNodeContents(code)
  return [...range.getClientRects()].some(
    ({ top, right, bottom, left }) => right > box.left && left < box.right && bottom > box.top && top < box.bottom,
  )
}

// Line numbers are not text. Pages from disk or over http have no clipboard.
async function copy(code: HTMLElement): Promise<boolean> {
  const text = code.textContent.replace(/\n$/, '')
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    getSelection()?.selectAllChildren(code)
    // The only way without a clipboard; if it fails as well, the code is selected.
    return document.execCommand('copy')
  }
}
