import { makeButton, makeElement } from '../make-element.ts'
import { openDialog } from '../viewer/dialog.ts'
import type { UiLanguage } from '../viewer/ui-language.ts'

export interface MenuEntry {
  readonly label: string
  /** As it is written on a keyboard. */
  readonly key?: string | undefined
  /** The state of a switch. */
  readonly isOn?: boolean
  readonly does: () => void
}

/** A dialog with a button for each tool, for people without a keyboard or who do not remember the keys. */
export function openMenu(title: string, entries: readonly MenuEntry[], language: UiLanguage): void {
  const list = makeElement('ul')
  for (const { label, key, isOn, does } of entries) {
    const button = makeButton(label, () => {
      dialog.close()
      // After closing, because a closing dialog moves the focus.
      does()
    })
    if (isOn !== undefined) button.ariaPressed = String(isOn)
    if (key !== undefined) {
      button.ariaKeyShortcuts = key
      button.append(makeElement('kbd', { ariaHidden: 'true' }, key))
    }
    list.append(makeElement('li', {}, button))
  }
  const dialog = openDialog('stage-menu', title, language, [list])
}
