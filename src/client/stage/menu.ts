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
  const list = document.createElement('ul')
  for (const { label, key, isOn, does } of entries) {
    const [item, button] = [document.createElement('li'), document.createElement('button')]
    button.type = 'button'
    button.append(label)
    if (isOn !== undefined) button.setAttribute('aria-pressed', String(isOn))
    if (key !== undefined) {
      const name = document.createElement('kbd')
      name.textContent = key
      name.setAttribute('aria-hidden', 'true')
      button.setAttribute('aria-keyshortcuts', key)
      button.append(name)
    }
    button.addEventListener('click', () => {
      dialog.close()
      // After closing, because a closing dialog moves the focus.
      does()
    })
    item.append(button)
    list.append(item)
  }
  const dialog = openDialog('stage-menu', title, language, [list])
}
