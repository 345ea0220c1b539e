import { SITE_FILE } from '../../core/config/read-site-options.ts'
import { didYouMean } from '../../core/diagnostics/nearest.ts'
import type { ClientBundle } from '../../core/model.ts'
import type { OpenContent } from './read-content.ts'

/** Reports a theme or a brand in `site.yaml` that nobody has made. */
export function checkNames({ options, report }: OpenContent, { themes, brands }: ClientBundle): void {
  const check = (code: 'theme-unknown' | 'brand-unknown', name: string, known: object) => {
    const names = Object.keys(known)
    if (!names.includes(name)) report(code, { file: SITE_FILE }, name, didYouMean(name, names), names.join(', '))
  }
  check('theme-unknown', options.theme, themes)
  if (options.brand !== 'none') check('brand-unknown', options.brand, brands)
}
