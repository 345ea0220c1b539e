import fc from 'fast-check'
import { dataAttributes, elements, globalAttributes } from '../../src/core/clean/policy.ts'
import { pieces } from './pieces.ts'

// Each of these has once led a sanitiser to read a text differently from a browser.
const FOREIGN = pieces(`
  script  svg  math  mtext  mglyph  malignmark  mi  annotation-xml  foreignObject  desc  title  textarea  xmp  plaintext  noscript  noembed
  noframes  template  select  option  optgroup  form  input  button  object  embed  applet  marquee  frameset  frame  html  head  body  image
  isindex  base  link  meta  listing  nobr  keygen  dialog  slot  portal  x-y  constructor  __proto__  selectedcontent  search`)
const FORMATTING = pieces('a  b  i  font  code  em  s  small  strike  strong  tt  u  big')
const TABLE = pieces('table  caption  colgroup  col  tbody  thead  tfoot  tr  td  th')
const STRUCTURE = pieces('p  li  ul  ol  dd  dt  dl  h1  h2  div  section  ruby  rt  rp  pre  center  details')

const PIECES = [
  ...['<pre>\n\n', '\0', '\u000b', '\f', '\n', '\t', ' ', '\ufeff', '\u2028', '\ud800', '\ufffe', '😀'],
  ...pieces(`
  <!--  -->  --!>  <!-->  <!--->  <!--x--  <!-- .slide: data-x="1" -->  <!-- .element: onclick="x" -->  <!  <?x?>  <![CDATA[  ]]>
  <!DOCTYPE html>  <!doctype html PUBLIC "-//W3C//DTD HTML 3.2//EN">  </  <  >  </>  </ >  </p  <p  &lt;  &lt  &#60;  &#x3c;script&#x3e;
  &amp;lt;  &quot;  &#0;  &#128;  &#xD800;  &notin;  &nbsp;  &NewLine;  "  '  \`  =  /  \\  text  a b  <style>  </style>  <style>p{color:red}
  <style><!--</style><img src=x onerror=alert(1)>-->  </style><script>alert(1)</script>  <svg><style>  <svg><p>
  <math><mtext><table><mglyph><style>  <svg></p><style><a id="</style><img src=1 onerror=alert(1)>">  <plaintext>
  <noscript><p title="</noscript><img src=x onerror=alert(1)>">  <textarea></p title="</textarea>">  <title>a</title>  <xmp></xmp>
  <iframe><!--</iframe><img src=x onerror=alert(1)>-->  <iframe srcdoc="<script>alert(1)</script>">  <template><tr><td>  <select><p>
  <table><a href=1><tr><a href=2>  <a><table><a>  <form><div></form><form>  <p><table><p>  <li><section><li>  <dd><section><dt>  <li><table><div><li>  <h1><table><h2>
  <b><p></b></p>  <a><div></a></div>  <h1><section><h2>  <font size=1><font size=2><p></font>`),
]

const NAMES = [
  ...globalAttributes,
  ...Object.keys(dataAttributes),
  ...new Set(Object.values(elements).flat()),
  ...pieces(`
  onclick  onerror  ONLOAD  on  srcdoc  srcset  formaction  xlink:href  xmlns  xml:base  is  slot  action  data-markdown  data-src
  data-background-iframe  data-anything  data-  data-ON  <p  "  'a  a\0b  __proto__  =x`),
]

const VALUES = [
  ...['', '\0', '\n', ' jAvAsCrIpT:alert(1)', 'java\tscript:alert(1)', '\u0001javascript:alert(1)'],
  ...pieces(`
  a  1  50%  _blank  _top  red  #fff  a b  reveal x  slides  ./a.png  a.md#b  #/1  //evil.example/x  \\\\evil.example\\x  http:x
  https://evil.example/x?a=1&b=2&lt=3  mailto:a@b.c  javascript:alert(1)  java&Tab;script&colon;alert(1)  &#106;avascript:alert(1)
  vbscript:x  data:text/html,<script>x</script>  data:image/png;base64,AAAA  data:image/svg+xml,<svg onload=alert(1)>  blob:x
  file:///etc/passwd  color:red  color:red;background:url(//evil.example)  position:fixed  x:expression(alert(1))  color:r\\65 d  --a:{
  "  '  </style><script>alert(1)</script>  --><img src=x onerror=alert(1)>  "><img src=x onerror=alert(1)>  <p>  &quot;&lt;`),
]

const anyOf = (words: readonly string[]) => fc.constantFrom(...words)
const space = anyOf([' ', ' ', ' ', '\n', '\t', '\f', '/', '', '\0', ' / '])

const attribute = fc
  .tuple(space, anyOf(NAMES), anyOf(['="$"', '="$"', "='$'", '=$', ' = "$"', '', '="$', '=`$`']), anyOf(VALUES))
  // The replacement as a function: a dollar in a value means nothing.
  .map(([before, name, shape, value]) => `${before}${name}${shape.replace('$', () => value)}`)

const tagName = fc
  .oneof(
    { weight: 4, arbitrary: anyOf(Object.keys(elements)) },
    { weight: 3, arbitrary: anyOf(FORMATTING) },
    { weight: 3, arbitrary: anyOf(TABLE) },
    { weight: 3, arbitrary: anyOf(STRUCTURE) },
    { weight: 2, arbitrary: anyOf(FOREIGN) },
  )
  .chain((name) => anyOf([name, name, name, name.toUpperCase()]))

const startTag = fc
  .tuple(tagName, fc.array(attribute, { maxLength: 3 }), anyOf(['>', '>', '>', '>', '/>', ' >', '']))
  .map(([name, attributes, end]) => `<${name}${attributes.join('')}${end}`)
const endTag = fc.tuple(tagName, anyOf(['>', '>', ' x=y>', '/>', '\n>', ''])).map(([name, end]) => `</${name}${end}`)

/** HTML of no shape at all, of pieces that are hard to read. */
export const hostileHtml: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: startTag },
      { weight: 3, arbitrary: endTag },
      { weight: 2, arbitrary: anyOf(PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''))
