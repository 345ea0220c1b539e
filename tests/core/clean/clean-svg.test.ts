import { describe, expect, test } from 'vitest'
import { cleanSvg } from '../../../src/core/clean/clean-svg.ts'

const opening = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
const clean = (content: string) => cleanSvg(`<svg>${content}</svg>`)?.replace(opening, '').replace('</svg>', '')

describe('a drawing', () => {
  test.each([
    '<path d="M0 0" fill="url(#g)"></path>',
    '<g id="a" class="b" transform="scale(2)"><text x="1">a &lt; b &amp; c</text></g>',
    '<linearGradient id="g"><stop offset="0" stop-color="red"></stop></linearGradient>',
    '<use xlink:href="#a"></use>',
    '<image href="data:image/png;base64,AAAA"></image>',
    '<style>.a{fill:red}</style>',
    '<rect style="fill:url(#g)"></rect>',
  ])('keeps %s', (content) => {
    expect(clean(content)).toBe(content)
  })

  test.each([
    '<script>alert(1)</script>',
    '<script xlink:href="https://evil.example/x.js"/>',
    '<style><script>alert(1)</script></style>',
    "<style>&lt;script href='https://evil.example/x.js'/></style>",
    '<style>@import "https://evil.example/x.css"; .a{background:url(https://evil.example)}</style>',
    '<foreignObject><iframe srcdoc="alert(1)"></iframe></foreignObject>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<a xlink:href="https://evil.example"><text>x</text></a>',
    '<g onclick="alert(1)"></g>',
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<set attributeName="onclick" to="alert(1)"/>',
    '<use href="https://evil.example/x.svg#a"/>',
    '<use href="data:image/svg+xml,evil"/>',
    '<image href="https://evil.example/x.png"/>',
    '<image href="data:image/svg+xml;base64,evil"/>',
    '<rect filter="url(https://evil.example/#a)"/>',
    '<rect fill="url( https://evil.example/#a )"/>',
    '<rect style="background:url(https://evil.example)"/>',
    '<feImage href="https://evil.example/x.png"/>',
    '<p><img src=x onerror=alert(1)></p>',
    '<g xml:base="https://evil.example/"></g>',
  ])('loses what runs or loads: %s', (content) => {
    expect(clean(content)).not.toMatch(/alert|evil|<script|<a |<img|<iframe/)
  })

  test('loses what an XML parser would take for more', () => {
    const written = '<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><!DOCTYPE svg [<!ENTITY a "<script>alert(1)</script>">]>'
    expect(cleanSvg(`${written}<svg><text>&a;<![CDATA[<script>]]></text><!-- <script> --></svg>`)).toBe(
      `${opening}<text>&amp;a;&lt;script&gt;</text></svg>`,
    )
  })

  test.each([
    [
      '<foreignObject width="9"><div xmlns="http://www.w3.org/1999/xhtml" style="color:red"><p class="a">Start<br/>here</p></div></foreignObject>',
      undefined,
    ],
    [
      '<switch><foreignObject><div>all</div></foreignObject><text>a…</text></switch>',
      '<switch><foreignObject><div>all</div></foreignObject><text>a…</text></switch>',
    ],
    ['<switch><foreignObject><img src="x.png"/></foreignObject><text>all</text></switch>', '<switch><text>all</text></switch>'],
    ['<foreignObject><body><a href="x" class="b">c</a></body></foreignObject>', '<foreignObject><span class="b">c</span></foreignObject>'],
    ['<foreignObject><math><mi>x</mi><annotation>tex</annotation></math></foreignObject>', '<foreignObject>x</foreignObject>'],
  ])('keeps the words of HTML in it: %s', (content, kept) => {
    const written = kept ?? content.replace('<br/>', '<br/>')
    expect(clean(content)?.replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', '')).toBe(
      written.replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', ''),
    )
  })

  test.each([
    '<script>alert(1)</script>a',
    '<p onclick="alert(1)" style="background:url(https://evil.example)">a</p>',
    '<a href="javascript:alert(1)">a</a>',
    '<p>a</p><iframe src="https://evil.example"></iframe><object data="https://evil.example">b</object>',
    '<svg><script>alert(1)</script><text onload="alert(1)">a</text></svg>',
    '<p>a<style>@import "https://evil.example"</style><link rel="stylesheet" href="https://evil.example"></p>',
    '<p>a</p><img src="https://evil.example/x.png" onerror="alert(1)"><video src="https://evil.example/x.mp4" autoplay></video>',
    '<form action="https://evil.example"><button>a</button></form><meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<math><mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">a</mtext></math>',
    '<p>a</p><noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  ])('has nothing that runs or loads in that HTML: %s', (content) => {
    const cleaned = clean(`<foreignObject>${content}</foreignObject>`) ?? ''
    expect(cleaned).not.toMatch(/<(script|style|iframe|object|img|video|link|meta|form|a)\b|evil|(onclick|onerror|onload|href|src)=/)
  })

  test('nested ten thousand levels deep is cut', () => {
    expect(clean(`<foreignObject>${'<b>'.repeat(10_000)}deep</foreignObject>`)).toContain('deep')
  })

  test.each(['', 'text', '<html><script>alert(1)</script></html>', '<p>x</p>'])('is not %j', (text) => {
    expect(cleanSvg(text)).toBeUndefined()
  })
})
