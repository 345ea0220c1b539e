import { expect, test } from 'vitest'
import { isSystemFile } from '../../../src/node/files/system-files.ts'

test.each(['.DS_Store', 'Thumbs.db', 'thumbs.db', 'desktop.ini', 'Desktop.ini', '._talk.md', '$RECYCLE.BIN', 'lost+found', 'Icon\r'])(
  '%j is made by a system',
  (name) => {
    expect(isSystemFile(name)).toBe(true)
  },
)

test.each(['talk.md', '.hedgerow.json', '.nojekyll', '.htaccess', 'Thumbs.db.png', 'desktop.md', '_.md', 'Icon'])(
  '%j is made by a person or a build',
  (name) => {
    expect(isSystemFile(name)).toBe(false)
  },
)
