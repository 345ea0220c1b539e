import type { Element } from '../../model.ts'

const LOADING =
  /^(src|srcset|poster|data|background|data-background(-image|-video|-iframe)?|data-frame|data-mermaid|data-integrity|action|formaction|ping)$/
const ADDRESS = /^(?!data:)([a-z][a-z0-9+.-]*:|[\w./%~-]*\.\w{2,5}([?#].*)?$)/i

/** What a page would load from anywhere, by element and attribute. */
export function findLoads(elements: readonly Element[]): string[] {
  return elements.flatMap(({ tagName, attrs }) =>
    attrs
      .filter(({ name, value }) => {
        if (tagName === 'link' && name === 'href')
          return !value.startsWith('data:') && attrs.some((other) => /stylesheet|icon|load/.test(other.value))
        if (tagName === 'image' || tagName === 'use') return name === 'href' && !/^(data:|#)/.test(value)
        if (tagName === 'iframe' && name === 'data-src') return true
        return LOADING.test(name) && ADDRESS.test(value.trim())
      })
      .map(({ name }) => `${tagName} ${name}`),
  )
}
