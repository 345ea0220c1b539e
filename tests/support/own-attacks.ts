import type { Attack } from './read-attacks.ts'

const attack = (kind: string, id: string, markdown: string): Attack => ({ id: `${kind} ${id}`, kind, markdown })

/** A few attacks of each kind, so that the tests of attacks try something wherever they run. */
export const ownAttacks: readonly Attack[] = [
  attack('html', 'script', '# a\n\n<script>__pwned = 1</script>'),
  attack('html', 'handler', '<div>\n<video autoplay src="nowhere.mp4" onerror="alert(1)"></video>\n</div>'),
  attack('html', 'frame', '<iframe srcdoc="<script>parent.__pwned = 1</script>"></iframe>'),
  attack('svg-inline', 'load', '<svg onload="__pwned = 1"><path d="M0 0"/></svg>'),
  attack('svg-inline', 'foreign object', '<svg><foreignObject><img src="nowhere.png" onerror="__pwned = 1"></foreignObject></svg>'),
  attack('mxss', 'raw text', '<div>\n<noembed><a title="</noembed><img src=nowhere.png onerror=alert(1)>"></a></noembed>\n</div>'),
  attack('mxss', 'foreign style', '<div>\n<math></p><style><i id="</style><img src=nowhere.png onerror=alert(1)>">\n</div>'),
  attack('url', 'spelt', '<a href=" java&#10;script:__pwned=1">follow me</a>'),
  attack('markdown', 'alt', '| a |\n|---|\n| <img src="nowhere.png" alt="b" onerror="__pwned=1"> |'),
  attack('embed', 'frame of nobody', '<iframe src="http://evil.test/player"></iframe>'),
  attack('privacy', 'pictures', '<img src="http://evil.test/a.png"> <video poster="http://evil.test/b.png"></video>'),
  attack('privacy', 'hints', '<link rel="stylesheet" href="http://evil.test/a.css">'),
  attack('comment', 'closed early', 'text\n\n<!--><img src="nowhere.png" onerror="alert(1)"> -->'),
  attack('comment', 'element', '*word* <!-- .element: onclick="__pwned=1" -->'),
  attack('dataattr', 'background', '<!-- .slide: data-background-image="http://evil.test/a.png" -->\n\n# a'),
  attack('css', 'import', '<style>@import "http://evil.test/a.css";</style>\n\n# a'),
  attack('css', 'escape', '<style>.controls, .slides ~ *, body:not(x) { visibility: hidden !important }</style>\n\n# a'),
  attack('clobber', 'names', '<img name="querySelector"><img name="getElementById"><form name="body"></form>'),
  attack('code', 'fence', '```js\n</code></pre><img src="nowhere.png" onerror="alert(1)">\n```'),
  attack('math', 'link', '$\\href{javascript:alert(1)}{x}$'),
  attack('frontmatter', 'title', '---\ntitle: "</title><script>__pwned=1</script>"\nlang: "en\\" onclick=\\"alert(1)"\n---\n\n# a'),
]
