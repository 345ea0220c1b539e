import { describe, expect, test } from 'vitest'
import { siteOutputs } from '../../../src/core/outputs/site-outputs.ts'
import { siteOf } from '../../support/site-of.ts'
import { stubClient } from '../../support/stub-client.ts'

const files = (siteYaml = '') => {
  const made = siteOutputs.flatMap((output) =>
    output.stage === 'pages' ? [...output.make(siteOf([], siteYaml), { client: stubClient, base: '/' })] : [],
  )
  return new Map(made.map(({ path, content }) => [path, String(content)]))
}
const policyOf = (page = '') => /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'") ?? ''

describe('the page of the speaker view', () => {
  test('alone shows pages of its own site in frames, and speaks to nobody', () => {
    const all = files()
    const policy = policyOf(all.get('hedgerow/speaker.html'))
    expect(policy).toContain("frame-src 'self'")
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'sha256-loader' 'strict-dynamic'")
    expect(policy).not.toContain('connect-src')
    for (const name of ['index.html', '404.html']) {
      expect(policyOf(all.get(name))).toContain("default-src 'none'")
      expect(policyOf(all.get(name))).not.toContain('frame-src')
    }
  })

  test.each([
    ['de', 'Referentenansicht'],
    ['fr', 'Mode présentateur'],
  ])('finds its files from its folder, and says in the language of the site what it is, as %s', (lang, name) => {
    const page = files(`lang: ${lang}`).get('hedgerow/speaker.html')
    expect(page).toContain(`<html lang="${lang}">`)
    expect(page).toContain(name)
    expect(page).toContain('data-src="../assets/speaker.js"')
    expect(page).toContain('href="../assets/speaker.css"')
  })
})
