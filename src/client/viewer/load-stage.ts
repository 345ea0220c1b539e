import { loadScript } from '../load-script.ts'
import type { OverviewContext, StageAction, StageContext } from '../page-events.ts'
import { ownScript } from './own-script.ts'

/** The file of the presenter tools and the overview, next to this script, and its digest; inserted by the bundling step. */
declare const STAGE: { readonly file: string; readonly integrity: string }

// A single file already contains the tools, and is its own speaker view.
const isSingle = window.hedgerowStage !== undefined

async function loadTools(): Promise<void> {
  if (!window.hedgerowStage) await loadScript(new URL(STAGE.file, ownScript).href, STAGE.integrity)
}

/** Runs the presenter tools; their script is loaded when one of them is first used. */
export function loadStage(context: Omit<StageContext, 'speakerPage'>): (action: StageAction) => void {
  let loading: Promise<(action: StageAction) => void> | undefined
  const load = async () => {
    await loadTools()
    const open = window.hedgerowStage
    if (!open) throw new Error('the script of the tools has not run')
    return open({
      ...context,
      speakerPage: isSingle ? location.href.replace(/[?#].*$/s, '') : new URL('../hedgerow/speaker.html', ownScript).href,
    })
  }
  return (action) => {
    // After a network failure, the next try may succeed.
    loading ??= load().catch((cause: unknown) => {
      loading = undefined
      throw cause
    })
    void loading.then((act) => act(action))
  }
}

/** Opens the overview, whose script is loaded with it. */
export async function openOverview(context: OverviewContext): Promise<void> {
  await loadTools()
  if (!document.querySelector('dialog[open]')) window.hedgerowOverview?.(context)
}

/** Shows one slide at a time where slides are one below the other. */
export async function flipSlides(context: OverviewContext): Promise<void> {
  await loadTools()
  if (!document.querySelector('dialog[open]')) window.hedgerowFlip?.(context, () => void openOverview(context))
}
