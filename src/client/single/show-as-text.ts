import { READ_HERE } from '../../core/shared/read-here.ts'

// Whether a single file shows its slides as a text, which its address asks for.
const isAsked = location.search === READ_HERE && parent === window

// The rules of the phone view, which also serves pages without scripts, then apply to windows of all sizes.
if (isAsked) {
  document.documentElement.dataset['view'] = 'text'
  for (const sheet of document.styleSheets) widen(sheet)
}

function widen(group: CSSStyleSheet | CSSGroupingRule): void {
  for (const rule of group.cssRules) {
    if (rule instanceof CSSMediaRule && rule.conditionText.includes('orientation: portrait')) rule.media.mediaText = 'all'
    else if (rule instanceof CSSGroupingRule) widen(rule)
  }
}
