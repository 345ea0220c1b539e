import { openDialog } from './dialog.ts'
import { keys } from './keys.ts'
import { keepSetting, readSetting } from './settings.ts'
import type { Speech } from './speak.ts'

/** Shows all keys, and whether letters are among them. */
export function showHelp(speech: Speech, where: 'deck' | 'speaker' = 'deck'): void {
  const { words } = speech
  const list = document.createElement('dl')
  for (const [names, does, only = where] of keys) {
    // A deck that is a single file may have no page to be read on.
    if (only !== where || (does === 'read' && !document.querySelector('.viewer-read'))) continue
    const [row, term, meaning] = [document.createElement('div'), document.createElement('dt'), document.createElement('dd')]
    for (const name of names.split(', ')) {
      const key = document.createElement('kbd')
      key.textContent = name.replace(/Space|Shift|Ctrl|Page/, (found) => words[found.toLowerCase() as 'space' | 'shift' | 'ctrl' | 'page'])
      term.append(key, ' ')
    }
    meaning.textContent = words[does]
    row.append(term, meaning)
    list.append(row)
  }
  const letters = document.createElement('input')
  letters.type = 'checkbox'
  letters.checked = readSetting('hedgerow-letters') !== 'off'
  letters.addEventListener('change', () => keepSetting('hedgerow-letters', letters.checked ? undefined : 'off'))
  const label = document.createElement('label')
  label.append(letters, ` ${words.letters}`)
  openDialog('help', words.help, speech, [list, label])
}
