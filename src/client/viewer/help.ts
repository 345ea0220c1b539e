import { openDialog } from './dialog.ts'
import { KEYS } from '../keys.ts'
import { keepSetting, readSetting } from './settings.ts'
import type { UiLanguage } from './ui-language.ts'

/** Shows the keys of the slides or of the speaker view, and a switch for those that are letters. */
export function showHelp(language: UiLanguage, where: 'slides' | 'speaker' = 'slides'): void {
  const { words } = language
  const list = document.createElement('dl')
  const lines = new Map<string, HTMLElement>()
  for (const [names, action, places, label = action as keyof typeof words] of KEYS) {
    // A deck that is a single file may have no reading view.
    if (!(where === 'slides' ? /[RVT]/ : /S/).test(places) || (action === 'read' && !document.querySelector('.viewer-read'))) continue
    const term = lines.get(label) ?? document.createElement('dt')
    for (const name of names.split(', ')) {
      const key = document.createElement('kbd')
      key.textContent = name.replace(/Space|Shift|Ctrl|Page/, (found) => words[found.toLowerCase() as 'space' | 'shift' | 'ctrl' | 'page'])
      term.append(key, ' ')
    }
    if (lines.has(label)) continue
    lines.set(label, term)
    const [line, meaning] = [document.createElement('div'), document.createElement('dd')]
    meaning.textContent = words[label]
    line.append(term, meaning)
    list.append(line)
  }
  const letters = document.createElement('input')
  letters.type = 'checkbox'
  letters.checked = readSetting('hedgerow-letters') !== 'off'
  letters.addEventListener('change', () => keepSetting('hedgerow-letters', letters.checked ? undefined : 'off'))
  const label = document.createElement('label')
  label.append(letters, ` ${words.letters}`)
  openDialog('help', words.help, language, [list, label])
}
