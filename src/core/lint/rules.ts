import type { Rule } from './rule.ts'
import { differingDate } from './rules/differing-date.ts'
import { doubledItem } from './rules/doubled-item.ts'
import { doubtfulLinks } from './rules/doubtful-links.ts'
import { htmlValue } from './rules/html-value.ts'
import { invalidCss } from './rules/invalid-css.ts'
import { itemsAsText } from './rules/items-as-text.ts'
import { largePicture } from './rules/large-picture.ts'
import { lowContrast } from './rules/low-contrast.ts'
import { marksAsText } from './rules/marks-as-text.ts'
import { openFence } from './rules/open-fence.ts'
import { openTags } from './rules/open-tags.ts'
import { pictureAlt } from './rules/picture-alt.ts'
import { picturePlace } from './rules/picture-place.ts'
import { placeholder } from './rules/placeholder.ts'
import { repeatedHeading } from './rules/repeated-heading.ts'
import { skippedHeading } from './rules/skipped-heading.ts'
import { slideLinks } from './rules/slide-links.ts'
import { slideValue } from './rules/slide-value.ts'
import { smallText } from './rules/small-text.ts'

/** THE TABLE of rules. They are independent; their order is not visible, since messages are sorted by their places. */
export const rules: readonly Rule[] = [
  // Structure and text.
  repeatedHeading,
  skippedHeading,
  marksAsText,
  openFence,
  openTags,
  itemsAsText,
  doubledItem,
  placeholder,
  doubtfulLinks,
  slideLinks,
  differingDate,

  // Pictures, style and links.
  pictureAlt,
  largePicture,
  picturePlace,
  invalidCss,
  htmlValue,
  slideValue,
  lowContrast,
  smallText,
]
