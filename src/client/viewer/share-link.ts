import { makeElement } from '../make-element.ts'
import { openDialog } from './dialog.ts'
import { flash } from './announce.ts'
import type { UiLanguage } from './ui-language.ts'

/** Copies the address of the slide. If the browser does not allow that, a dialog shows the address. */
export async function shareLink(language: UiLanguage, announce: (text: string) => void): Promise<void> {
  const { words } = language
  try {
    await navigator.clipboard.writeText(location.href)
    announce(words.shared)
    flash(words.shared)
  } catch {
    const field = makeElement('input', { readOnly: true, value: location.href, ariaLabel: words.share })
    openDialog('share', words.share, language, [field])
    field.select()
  }
}
