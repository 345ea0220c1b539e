/**
 * Arrow keys go from the field through the links of a list and back; Enter in the field opens the first, Escape empties the field.
 * `update` makes the list that of the words in the field.
 */
export function chooseWithKeys(field: HTMLInputElement, list: HTMLElement, update: () => void): void {
  const links = () => [...list.querySelectorAll<HTMLAnchorElement>('a')]
  const clear = (event: KeyboardEvent) => {
    if (field.value === '') return field.blur()
    event.preventDefault()
    field.value = ''
    field.dispatchEvent(new Event('input', { bubbles: true }))
    field.focus()
  }
  const choose = (link: HTMLElement | undefined, event: KeyboardEvent) => {
    if (!link) return
    event.preventDefault()
    link.focus()
    link.closest('li')?.scrollIntoView({ block: 'nearest' })
  }
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'Enter') update()
    if (event.key === 'ArrowDown') choose(links()[0], event)
    if (event.key === 'Enter') links()[0]?.click()
    if (event.key === 'Escape') clear(event)
  })
  list.addEventListener('keydown', (event) => {
    const all = links()
    const at = all.findIndex((link) => link === document.activeElement)
    if (at < 0) return
    if (event.key === 'ArrowDown') choose(all[at + 1], event)
    if (event.key === 'ArrowUp') choose(all[at - 1] ?? field, event)
    if (event.key === 'Home') choose(all[0], event)
    if (event.key === 'End') choose(all.at(-1), event)
    if (event.key === 'Escape') clear(event)
  })
}
