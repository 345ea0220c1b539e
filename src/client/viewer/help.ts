import { openDialog } from './dialog.ts'
import { KEYS } from '../keys.ts'
import { makeElement } from '../make-element.ts'
import { storeSetting, readSetting } from './settings.ts'
import type { UiLanguage } from '../ui-language.ts'

/** Shows the keys of the slides or of the speaker view, and a switch for those that are letters. */
export function showHelp(language: UiLanguage, where: 'slides' | 'speaker' = 'slides'): void {
  const { words } = language
  const list = makeElement('dl')
  const lines = new Map<string, HTMLElement>()
  for (const [names, action, places, label = action as keyof typeof words] of KEYS) {
    // A single file may have no reading view, and knows no other decks; a series ends somewhere.
    const isMissing = /^(read|search|previousDeck|nextDeck)$/.test(action) && !document.querySelector(`.viewer-${action}`)
    if (!(where === 'slides' ? /[RVT]/ : /S/).test(places) || isMissing) continue
    const term = lines.get(label) ?? makeElement('dt')
    for (const name of names.split(', ')) {
      const text = name.replace(/Space|Shift|Ctrl|Page/, (found) => words[found.toLowerCase() as 'space' | 'shift' | 'ctrl' | 'page'])
      term.append(makeElement('kbd', {}, text), ' ')
    }
    if (lines.has(label)) continue
    lines.set(label, term)
    list.append(makeElement('div', {}, term, makeElement('dd', {}, words[label])))
  }
  const letters = makeElement('input', { type: 'checkbox', checked: readSetting('hedgerow-letters') !== 'off' })
  letters.addEventListener('change', () => storeSetting('hedgerow-letters', letters.checked ? undefined : 'off'))
  openDialog('help', words.help, language, [list, makeElement('label', {}, letters, ` ${words.letters}`)])
}
