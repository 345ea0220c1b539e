import type { Rule } from './rule.ts'
import { addressSpaces } from './rules/address-spaces.ts'
import { aliasInvalid } from './rules/alias-invalid.ts'
import { containerUnknown } from './rules/container-unknown.ts'
import { dateMismatch } from './rules/date-mismatch.ts'
import { listItemDoubled } from './rules/list-item-doubled.ts'
import { doubtfulLinks } from './rules/doubtful-links.ts'
import { htmlAttributeValue } from './rules/html-attribute-value.ts'
import { backgroundAlt } from './rules/background-alt.ts'
import { cssInvalid } from './rules/css-invalid.ts'
import { listItemAsText } from './rules/list-item-as-text.ts'
import { imageBroken } from './rules/image-broken.ts'
import { imageLarge } from './rules/image-large.ts'
import { markdownInHtml } from './rules/markdown-in-html.ts'
import { contrastLow } from './rules/contrast-low.ts'
import { marksAsText } from './rules/marks-as-text.ts'
import { fenceUnclosed } from './rules/fence-unclosed.ts'
import { openTags } from './rules/open-tags.ts'
import { imageAlt } from './rules/image-alt.ts'
import { imageLocation } from './rules/image-location.ts'
import { elementShownAsText } from './rules/element-shown-as-text.ts'
import { headingRepeated } from './rules/heading-repeated.ts'
import { headingSkipped } from './rules/heading-skipped.ts'
import { linkSlideMissing } from './rules/link-slide-missing.ts'
import { slideAttributeValue } from './rules/slide-attribute-value.ts'
import { textSmall } from './rules/text-small.ts'

/** THE TABLE of rules. Their order does not matter: messages are sorted by location. The text of a message is in `diagnostics/catalogue/`. */
export const rules: readonly Rule[] = [
  // Structure and text.
  headingRepeated,
  headingSkipped,
  marksAsText,
  markdownInHtml,
  fenceUnclosed,
  openTags,
  listItemAsText,
  containerUnknown,
  listItemDoubled,
  elementShownAsText,
  doubtfulLinks,
  linkSlideMissing,
  dateMismatch,
  aliasInvalid,

  // Pictures, style and links.
  addressSpaces,
  imageAlt,
  backgroundAlt,
  imageBroken,
  imageLarge,
  imageLocation,
  cssInvalid,
  htmlAttributeValue,
  slideAttributeValue,
  contrastLow,
  textSmall,
]
