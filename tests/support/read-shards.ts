import { runInNewContext } from 'node:vm'
import type { SearchShard } from '../../src/core/shared/search-shard.ts'

/** The texts in the files of a search, read as a browser reads them. */
export function readShards(files: readonly { readonly content: string }[]): readonly SearchShard[] {
  return files.map(({ content }) => {
    const page: { hedgerowShards?: Readonly<Record<string, string>> } = {}
    runInNewContext(content, { self: page })
    const [json = ''] = Object.values(page.hedgerowShards ?? {})
    return JSON.parse(json) as SearchShard
  })
}
