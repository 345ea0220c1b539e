import fc from 'fast-check'
import { pieces } from './pieces.ts'

// One piece a line break or two blanks; what holds such blanks itself stands apart.
const SELECTORS = pieces(`
  h1  *  .slides h1  .reveal  body  html>body  :root  :root *  p::before  li:before  a:hover  a::after:hover  x|y  .controls
  .reveal .controls  h1~*  body:has(h1)  :is(body,.a)  :not(.a)  :where(html)  :host  &  & p  :scope  + p  [a="x"]  [a="</style>"]
  [a='}body{x:y}']  [a=b i]  #a  #\\31 a  .\\72 eveal  p:nth-child(2n+1 of body)  :lang(de)  ::part(x)  from  50%  ::slotted(body)
  ::highlight(x)  :host-context(body)  b\\6fdy  *|*  |a  > p  p >  a,  ,a  /**/  :is(  (`)
const PROPERTIES = pieces(`
  color  background  background-image  position  POSITION  p\\6fsition  --x  --p  content  cursor  filter  mask  list-style  width  behavior
  -moz-binding  src  clip-path  fill  font  transition  animation  *zoom  _x  all  -webkit-mask-box-image  border-image  shape-outside
  offset-path  grid-template-areas  will-change  font-family  inset`)
const VALUES = [
  ...['', '"a\\\nb"', "'unclosed\n", '\\\n', '\0', '\f', '\t'],
  ...pieces(`
  red  1px  0  fixed  sticky  FIXED  f\\69xed  -webkit-sticky  absolute  relative  var(--p)  var(--p,fixed)  inherit  url(x.png)
  url("//evil.example/x")  URL(//evil.example/x)  u\\72l(//evil.example/x)  \\75 rl(//evil.example)  url(#a)  url( "#a" )  url(  url("
  image-set("//evil.example/x" 1x)  -webkit-image-set(url(x) 1x)  image("x")  src("//evil.example/x")  cross-fade(url(x),url(y))  element(#a)
  paint(x)  attr(href)  env(x)  expression(alert(1))  linear-gradient(red,blue)  calc(1px + (2px*3))  rgb(0 0 0/50%)  "a"  "</style>"
  '<!--'  "\\3c/style>"  "}"  "url(//evil.example)"  "unclosed  \\  #fff  !important  (  )  [  ]  {  }  {a:b}  (}  /*  */  <!--  -->
  ;  @x  a b,c  "a" attr(x)  1e3px  +.5  \\0  light-dark(url(x),red)  if(style(--a:b): fixed; else: static)  min(1px,url(x))
  symbols("x")  format("woff")  progid:X(src="x")`),
]
const AT_RULES = pieces(`
  @media print  @media (min-width:1px)  @media  @media url(x)  @MEDIA all and (color)  @m\\65 dia all  @media (a:"}")  @media a,(b
  @supports (display:grid)  @supports not (a:url(x))  @supports selector(:has(a))  @supports font-tech(x)  @keyframes a  @keyframes
  @-webkit-keyframes "b"  @-moz-keyframes c  @keyframes initial  @layer  @layer a  @container (width>1px)  @scope (.a) to (.b)  @font-face
  @page  @page :first  @property --p  @counter-style x  @starting-style  @view-transition  @position-try --a  @x`)
const STATEMENTS = pieces(`
  @import "//evil.example/x.css";  @import url(//evil.example/x.css);  @\\69mport "x";  @charset "utf-8";  @layer a,b;  @media print;
  @namespace x url(//evil.example);  ;  }  }}  {  {}  <!--  -->  </style>  /*  */  /*!x*/  \\  "  '  (  )  [  ]`)

const anyOf = (words: readonly string[]) => fc.constantFrom(...words)
const space = anyOf(['', '', '', ' ', '\n', '/**/', '\f', '\t'])
const end = anyOf(['}', '}', '}', '}', '}', ';}', '', '}}', ')}'])

const declaration = fc
  .tuple(anyOf(PROPERTIES), anyOf([':', ':', ':', ' : ', ':/**/', '']), fc.array(anyOf(VALUES), { minLength: 1, maxLength: 3 }), space)
  .map(([property, colon, values, between]) => property + colon + values.join(between === '' ? ' ' : between))

/** What a `style` attribute may hold. */
export const hostileDeclarations: fc.Arbitrary<string> = fc
  .array(fc.tuple(declaration, anyOf([';', ';', ';', ';;', '', ' !important;', '\n'])), { maxLength: 4 })
  .map((parts) => parts.flat().join(''))

const rule = fc
  .tuple(fc.array(anyOf(SELECTORS), { minLength: 1, maxLength: 3 }), anyOf([',', ',', ' ', '>', '']), hostileDeclarations, end)
  .map(([selectors, between, declarations, close]) => `${selectors.join(between)}{${declarations}${close}`)

function sheetOf(block: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const part = fc.oneof(
    { weight: 6, arbitrary: rule },
    { weight: 1, arbitrary: anyOf(STATEMENTS) },
    { weight: 1, arbitrary: hostileDeclarations },
    { weight: 2, arbitrary: block },
  )
  return fc.array(part, { maxLength: 4 }).map((parts) => parts.join('\n'))
}

function blockOf(sheet: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(anyOf(AT_RULES), space, sheet, end).map(([name, between, inside, close]) => `${name}${between}{${inside}${close}`)
}

/** A style sheet that would leave its slides, load something, or be read by two parsers in two ways. */
export const hostileCss: fc.Arbitrary<string> = sheetOf(blockOf(sheetOf(blockOf(sheetOf(rule)))))
