import { openDialog } from '../viewer/dialog.ts'
import { KEY_GROUPS, KEYS } from '../keys.ts'
import { makeElement } from '../make-element.ts'
import { storeSetting, readSetting } from '../viewer/settings.ts'
import type { StageLanguage } from '../ui-language.ts'

/** Shows the keys of the slides or of the speaker view in groups, and a switch for those that are letters. */
export function showHelp(language: StageLanguage, where: 'slides' | 'speaker' = 'slides'): void {
  const { words, stage } = language
  const groups: HTMLElement[] = []
  const lines = new Map<string, HTMLElement>()
  let list = makeElement('dl')
  for (const [names, action, places, label = action as keyof typeof words] of KEYS) {
    const [group] = Object.entries(KEY_GROUPS).find(([, first]) => first === action) ?? []
    if (group !== undefined) {
      list = makeElement('dl')
      groups.push(makeElement('section', {}, makeElement('h3', {}, stage.keys[group as keyof typeof KEY_GROUPS]), list))
    }
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
    list.append(makeElement('div', {}, term, makeElement('dd', {}, words[label as 'next'])))
  }
  const letters = makeElement('input', { type: 'checkbox', role: 'switch', checked: readSetting('hedgerow-letters') !== 'off' })
  letters.addEventListener('change', () => storeSetting('hedgerow-letters', letters.checked ? undefined : 'off'))
  const choice = makeElement('label', {}, letters, makeElement('span', {}, makeElement('b', {}, words.letters), ` ${stage.lettersWhy}`))
  const shown = groups.filter((group) => group.querySelector('dt'))
  openDialog('help', words.help, language, [makeElement('div', { className: 'keys' }, ...shown), choice])
}
