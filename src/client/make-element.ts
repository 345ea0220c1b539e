/** A new element with properties and content. */
export function makeElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<Pick<HTMLElementTagNameMap[K], Exclude<keyof HTMLElementTagNameMap[K], 'style' | 'classList'>>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...content)
  return element
}

/** A new button, which does something when it is clicked. */
export function makeButton(text: string, onClick?: (event: MouseEvent) => void): HTMLButtonElement {
  const button = makeElement('button', { type: 'button' }, text)
  if (onClick) button.addEventListener('click', onClick)
  return button
}
