import { describe, expect, test } from 'vitest'
import { composeText } from '../support/compose-text.ts'

const policyOf = (page: string) => /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? ''
const REMOTE = `<!-- .slide: data-background="https://a.example/b.jpg" -->

![a](https://a.example/a.png) <video src="https://a.example/a.mp4"></video> ![](http://a.example/plain.png)

<iframe src="https://frames.example/x"></iframe>`

describe('a deck that the owner of the site trusts', () => {
  const { page, slides, places } = composeText(REMOTE, { trusted: ['deck.md'] })

  test('loads pictures and media from other servers, over https alone', () => {
    expect(slides).toContain('data-background="https://a.example/b.jpg"')
    expect(slides).toContain('<img src="https://a.example/a.png"')
    expect(slides).toContain('<video src="https://a.example/a.mp4"')
    expect(slides).not.toContain(' src="http:')
    expect(places()).toEqual(['asset-remote:3', 'embed-link:5'])
    expect(policyOf(page)).toContain("img-src 'self' data: https:; font-src 'self'; media-src 'self' https:")
  })

  test('offers frames of any host, after a click', () => {
    expect(slides).toContain('data-frame="https://frames.example/x"')
    expect(slides).not.toContain('<iframe')
  })

  test('runs no script for that', () => {
    expect(policyOf(page)).toMatch(/script-src \S*sha256-loader\S* \S*strict-dynamic/)
    expect(composeText('<script>x</script><p onclick="x">', { trusted: ['deck.md'] }).slides).not.toMatch(/<script|onclick/)
  })

  test('has the policy of every deck where it loads nothing', () => {
    expect(policyOf(composeText('# a', { trusted: ['deck.md'] }).page)).toBe(policyOf(composeText('# a').page))
  })
})

test('a deck cannot trust itself', () => {
  const { slides } = composeText(`---\ntrusted: ["**"]\nslideOptions:\n  trusted: true\n---\n${REMOTE}`)
  expect(slides).not.toMatch(/ (src|data-background)="https:/)
})
