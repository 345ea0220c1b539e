/** A deck that tries to come over what is not its own. */
export interface Covering {
  readonly name: string
  readonly css?: string
  /** Stands on every slide, and in its notes. */
  readonly html?: string
  /** What a `.slide` comment says. */
  readonly slide?: string
}

const LINK = '<a class="e" href="https://evil.test/">link</a>'
const OVER = 'position:absolute;inset:-3000px;z-index:2147483647'

const sheet = (name: string, css: string, html = LINK): Covering => ({ name, css, html })
const styled = (name: string, style: string): Covering => ({ name, html: `<a href="https://evil.test/" style="${style}">link</a>` })

/** Each would take the clicks of the bar, the arrows or the skip link, were there nothing to hold it. */
export const coveringDecks: readonly Covering[] = [
  sheet('link', `.slides{z-index:9999}section{overflow:visible!important}.e{position:absolute;inset:-3000px;z-index:9999}`),
  sheet('root', `:root,html,body,.reveal{z-index:2147483647!important;position:relative!important;overflow:visible!important}.e{${OVER}}`),
  sheet('static', `.slides,section{position:static!important;transform:none!important;perspective:none!important}.e{${OVER}}`),
  sheet('contents', `.slides,section,section>div{display:contents!important}.e{${OVER}}`),
  sheet('uncontained', `*{contain:none!important;isolation:auto!important;overflow:visible!important;clip-path:none!important}.e{${OVER}}`),
  sheet('before', `.slides{z-index:9999!important}.e::before,.e::after{content:"";${OVER}}`),
  sheet(
    'of the slides',
    `.slides{inset:-3000px!important;width:9000px!important;height:9000px!important;z-index:9999!important;pointer-events:auto!important}`,
  ),
  sheet('scaled', `.slides{transform:scale(1000)!important;z-index:9999!important}.e{${OVER}}`),
  sheet('zoomed', `.slides{zoom:40!important;z-index:9999!important;pointer-events:auto!important}`),
  sheet(
    'near',
    `.slides,section,section>div,p{transform-style:preserve-3d!important}.slides{z-index:9999}.e{${OVER};transform:translateZ(590px) scale(3)}`,
  ),
  sheet(
    'margins',
    `.slides{z-index:9999}section{overflow:visible!important}.e{display:block;margin:-3000px;padding:3000px;position:relative;z-index:9999}`,
  ),
  sheet(
    'moved',
    `.slides{z-index:9999}section{overflow:visible!important}.e{display:block;position:relative;top:-2000px;left:-2000px;padding:4000px}`,
  ),
  sheet(
    'letters',
    `.slides{z-index:9999}section{overflow:visible!important}.e{font-size:4000px;line-height:1;position:relative;z-index:9999}`,
  ),
  sheet(
    'shadow',
    `.slides{z-index:9999}section{overflow:visible!important}h1,.e{box-shadow:0 0 0 4000px red!important;outline:4000px solid red!important}`,
  ),
  sheet(
    'filter',
    `.slides{z-index:9999;filter:drop-shadow(0 0 200px red)}section{overflow:visible!important;filter:drop-shadow(-500px -300px red)}h1{${OVER};background:red}`,
  ),
  sheet(
    'border',
    `.slides{z-index:9999;border-image:linear-gradient(red,red) 30/3000px/3000px;border:1px solid}section{border:3000px solid red!important;margin:-3000px}`,
  ),
  sheet('blended', `.slides{z-index:9999;mix-blend-mode:difference}.e{${OVER};mix-blend-mode:difference;backdrop-filter:invert(1)}`),
  sheet('promised', `.slides{z-index:9999;will-change:transform,z-index}.e{${OVER};will-change:transform,opacity}`),
  sheet(
    'named',
    `.slides{z-index:9999;view-transition-name:root;container:x/size;anchor-name:--a}.e{${OVER};view-transition-name:none;position-anchor:--a;inset:anchor(--a top,-3000px)}`,
  ),
  sheet(
    'animated',
    `@keyframes out{to{inset:-4000px;z-index:99999}}@keyframes fade{to{opacity:0}}@keyframes bounce-right{to{transform:translate(-9999px)}}.slides{z-index:9999}.e{position:absolute;animation:out 1ms both}`,
  ),
  sheet(
    'along',
    `.slides{z-index:9999}.e{position:absolute;width:9000px;height:9000px;offset-path:path("M0 0 L1 1");offset-distance:0%;z-index:9999}`,
  ),
  sheet(
    'in a grid',
    `.slides{z-index:9999}section,section>div{display:grid!important;grid:9000px/9000px;margin:-3000px;place-items:stretch}.e{${OVER}}`,
  ),
  sheet(
    'scrolled',
    `.slides{z-index:9999;overflow:scroll!important;overscroll-behavior:contain;scroll-snap-type:both mandatory}section{scroll-snap-align:center}.e{${OVER}}`,
  ),
  sheet(
    'scroll button',
    `.slides{z-index:9999;overflow:auto!important;scroll-marker-group:after}.slides::scroll-button(down),.slides::scroll-button(*),.slides::scroll-marker-group{content:"x";${OVER}}.e::scroll-marker{content:"x";${OVER}}`,
  ),
  sheet(
    'details',
    `.slides{z-index:9999}details,summary,details::details-content{${OVER};display:block}`,
    '<details open><summary>more</summary>text</details>',
  ),
  sheet(
    'top layer',
    `.slides{z-index:9999}.slides::backdrop,.e::backdrop,.e{${OVER};overlay:auto!important;top-layer:auto;position-visibility:always}`,
    `<dialog open class="e">x</dialog><div popover id="p" class="e">x</div><a href="#p" popovertarget="p">x</a>`,
  ),
  sheet(
    'controls',
    `.controls,.viewer,.viewer *,.skip,.progress,.slide-number,.deck-bounds,.stage-notes{display:none!important;pointer-events:none!important;visibility:hidden!important}`,
  ),
  sheet(
    'bounds',
    `.deck-bounds,.reveal>*,body *,html>*{z-index:9999!important;contain:none!important;position:static!important}.e{${OVER}}`,
  ),
  sheet('others', `.slides~*,.slides+*,*:not(.slides),:not(x){pointer-events:none}.e{${OVER};pointer-events:auto!important}`),
  sheet(
    'inert',
    `*{interactivity:inert!important;user-select:none;touch-action:none;cursor:none!important}.e{interactivity:auto!important;${OVER}}`,
  ),
  sheet('order', `.slides{z-index:9999;reading-flow:flex-visual;order:-1;display:flex!important}.e{reading-order:-9;order:-9;${OVER}}`),
  sheet('fixed', `.slides{z-index:9999}.e{--p:fixed;position:var(--p)!important;position:-webkit-sticky;inset:0;z-index:9999}`),
  sheet(
    'columns',
    `.slides{z-index:9999;columns:3;column-fill:auto}section{column-span:all;overflow:visible!important}.e{${OVER};column-span:all}`,
  ),
  sheet('on paper', `@media all{@supports (color:red){.slides{z-index:9999!important}.e{${OVER}}}}`),
  sheet(
    'generated',
    `.slides{z-index:9999!important;counter-reset:page 9}.slides::before,.slides::after{content:counter(page) "x";${OVER};background:red;pointer-events:auto}`,
  ),
  sheet(
    'list',
    `.slides{z-index:9999}li{list-style:inside;font-size:3000px;margin:-2000px}li::marker{content:"xxxxxxxxx";font-size:3000px}`,
    '<ul><li><a href="https://evil.test/">x</a></li></ul>',
  ),
  sheet(
    'names',
    `.slides{z-index:9999}`,
    '<div class="viewer skip controls window stage-notes r-overlay navigate-right resume-button enter-fullscreen">x</div><a class="skip viewer-help window-close controls enabled" href="https://evil.test/">x</a>',
  ),
  sheet(
    'table',
    `.slides{z-index:9999}table,td,caption{${OVER};display:block}`,
    '<table><caption><a href="https://evil.test/">x</a></caption><tr><td>x</td></tr></table>',
  ),
  sheet(
    'picture',
    `.slides{z-index:9999}video,audio,img{${OVER};width:9000px!important;height:9000px!important;max-width:none!important;max-height:none!important}`,
    '<video controls src="x.mp4"></video><audio controls src="x.mp3"></audio>',
  ),
  styled('a style', OVER),
  styled('a style of a block', `${OVER};display:block;transform:translate3d(0,0,9999px) scale(100);padding:4000px`),
  styled('a large border', 'border:3000px solid transparent'),
  styled('a large line', 'border:300px solid transparent;vertical-align:200px;width:9000px'),
  styled('large margins', 'display:block;margin:-3000px;padding:3000px;position:relative;z-index:9999'),
  {
    name: 'states',
    slide: 'data-state="on-paper print-pdf beforeprint white-screen with-notes overview  zoomed reveal-scroll"',
    css: '.slides{z-index:9999}',
  },
  {
    name: 'animated between slides',
    slide: `data-auto-animate data-auto-animate-duration="0.01"`,
    html: `<a data-id="x" href="https://evil.test/" style="${OVER}">x</a>`,
  },
  {
    name: 'background',
    slide: `data-background-color="red" data-background-gradient="linear-gradient(red,blue)" data-background-size="9000px 9000px" data-background-opacity="1" class="controls viewer jump-to-slide r-overlay" style="${OVER}"`,
  },
  { name: 'a style of the slide', slide: `style="${OVER};overflow:visible!important;transform:scale(99)!important"`, html: LINK },
]

/** Their HTML, all at once, for pages where no style sheet of a deck counts. */
export const coveringTogether: Covering = { name: 'all together', html: coveringDecks.map(({ html = '' }) => html).join('\n') }

/** Every one of them as a deck; its second column has slides on all sides. */
export function coveringDeck({ name, css = '', html = '', slide }: Covering): string {
  const comment = slide === undefined ? '' : `<!-- .slide: ${slide} -->\n\n`
  const one = (title: string) => `${comment}# ${title}\n\n<div>\n${html}\n</div>\n\nNote:\n<div>\n${html}\n</div>`
  const column = [one('Above'), one('Here'), one('Below')].join('\n\n----\n\n')
  const head = `---\ntitle: ${name}\ntags: slides\nlang: en\nslideOptions:\n  transition: none\n---\n\n<style>\n${css}\n</style>\n\n`
  return `${head}${one('First')}\n\n---\n\n${column}\n\n---\n\n${one('Last')}\n`
}
