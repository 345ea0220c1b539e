import fc from 'fast-check'
import { pieces } from './pieces.ts'

const NAMES = pieces(`
  svg  g  defs  symbol  use  title  desc  path  rect  circle  text  tspan  textPath  image  switch  style  linearGradient  stop  clipPath
  mask  pattern  marker  filter  feImage  feBlend  feFlood  script  a  foreignObject  animate  animateMotion  set  mpath  handler  listener
  iframe  p  div  img  body  math  mtext  view  cursor  font-face  font-face-uri  glyph  metadata  discard  audio  video  noscript  template
  xmp  textarea  STYLE  tref`)
const ATTRIBUTES = pieces(`
  href  xlink:href  xml:base  xmlns  xmlns:xlink  xmlns:x  id  class  style  fill  stroke  filter  mask  clip-path  marker-end  cursor
  transform  d  viewBox  onclick  onload  ONLOAD  begin  attributeName  values  to  from  in  in2  src  data  action  xlink:actuate
  xml:space  requiredExtensions  x:y  width`)
const VALUES = [
  ...['', '\u0001', '\0', '\ud800', 'java\tscript:alert(1)', ' javascript:alert(1)'],
  ...pieces(`
  #a  #  a.png  red  10  url(#a)  url("#a")  url( #a ) red  url(#a) url(//evil.example)  url(//evil.example/#a)  URL(//evil.example)
  u\\72l(//evil.example/x)  \\75 rl(//evil.example)  url\\28//evil.example)  image-set("//evil.example/x" 1x)  src("//evil.example/x")
  javascript:alert(1)  data:image/png;base64,AAAA  data:image/svg+xml,x  data:text/html,x  https://evil.example/x.svg#a  //evil.example/x
  http://www.w3.org/1999/xhtml  "/><script>alert(1)</script>  '/><script/>  ]]>  &lt;  &a;  <  fill:url(#a)  fill:url(//evil.example)
  position:fixed  a b  x">  &#x22;  &nbsp;`),
]
const TEXTS = [
  ...['\0', '\u0001'],
  ...pieces(`
  text  <![CDATA[<script>alert(1)</script>]]>  <![CDATA[  ]]>  <!-- <script> -->  --!>  <!--  &lt;script&gt;  &amp;lt;  &nbsp;
  .a{fill:red}  .a{fill:url(//evil.example)}  @import "//evil.example/x.css";  .a{content:"<script href='//evil.example/x.js'/>"}
  .a{content:"&lt;"}  .a{content:"]]>"}  .a{content:"<g onload=alert(1) />"}  <?xml-stylesheet href="//evil.example/x"?>  <!DOCTYPE x>
  </svg>  <svg>  <p>`),
]
// Where an HTML parser begins to read HTML inside a drawing.
const POINTS = pieces('<desc><style>  <title><style>  <desc><title>  <desc><svg>  <foreignObject><svg>  <desc><math><style>')

const anyOf = (words: readonly string[]) => fc.constantFrom(...words)

const attribute = fc
  .tuple(anyOf(ATTRIBUTES), anyOf(['"', '"', '"', "'"]), anyOf(VALUES))
  .map(([name, quote, value]) => ` ${name}=${quote}${value}${quote}`)
const startTag = fc
  .tuple(anyOf(NAMES), fc.array(attribute, { maxLength: 3 }), anyOf(['>', '>', '>', '/>']))
  .map(([name, attributes, end]) => `<${name}${attributes.join('')}${end}`)

/** A drawing that would run something, load something, or be read by an HTML and by an XML parser in two ways. */
export const hostileSvg: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: startTag },
      { weight: 2, arbitrary: anyOf(NAMES).map((name) => `</${name}>`) },
      { weight: 3, arbitrary: anyOf(TEXTS) },
      { weight: 2, arbitrary: anyOf(POINTS) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => `<svg>${parts.join('')}</svg>`)
