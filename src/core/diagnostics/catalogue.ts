import type { Entry } from './catalogue/entry.ts'
import { renderingMessages } from './catalogue/rendering-messages.ts'
import { exportMessages } from './catalogue/export-messages.ts'
import { fileMessages } from './catalogue/file-messages.ts'
import { htmlMessages } from './catalogue/html-messages.ts'
import { linkMessages } from './catalogue/link-messages.ts'
import { optionMessages } from './catalogue/option-messages.ts'
import { textMessages } from './catalogue/text-messages.ts'
import { slideMessages } from './catalogue/slide-messages.ts'

/** Every message about a deck or a site: code, severity, what is wrong, how to fix it. */
export const catalogue = {
  ...fileMessages,
  ...optionMessages,
  ...slideMessages,
  ...textMessages,
  ...htmlMessages,
  ...renderingMessages,
  ...linkMessages,
  ...exportMessages,
} as const satisfies Record<string, Entry>

export type Code = keyof typeof catalogue
