import { escapeHtml } from '../escape-html.ts'
import type { InlineScript } from '../model.ts'
import { htmlPage } from './html-page.ts'

/** The page that the development server shows for a deck that cannot be built: its messages as text. */
export function messagePage(title: string, messages: readonly string[], reload: InlineScript): string {
  return htmlPage({
    lang: 'en',
    title,
    scripts: [reload],
    connects: true,
    makesMarkup: true,
    head: '<style>main{max-width:60rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}pre{white-space:pre-wrap;overflow-wrap:anywhere}</style>\n',
    body: `<body>
<main><h1>${escapeHtml(title)}</h1>
${messages.map((message) => `<pre>${escapeHtml(message)}</pre>`).join('\n')}
</main>
<script>${reload.text}</script>
</body>`,
  })
}
