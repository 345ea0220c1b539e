import type { StageWords } from '../../core/i18n/words.ts'
import type { Tool } from '../stage/pointer-tools.ts'
import type { SpeakerLayout } from './speaker-layout.ts'
import type { LeadState } from './lead-audience.ts'

interface ViewState extends LeadState {
  /** The tool in use on the current slide. */
  readonly tool: Tool | null
  readonly keepsInk: boolean
}

/** Shows what the audience sees, and which buttons are on. */
export function showState({ status, reopen, tools, now }: SpeakerLayout, state: ViewState, stage: StageWords): void {
  const { audience, isFrozen, screen, tool } = state
  const text = audience === 'here' ? seen(state, stage) : stage[audience]
  if (status.textContent !== text) status.textContent = text
  status.dataset['state'] = audience === 'here' && (isFrozen || screen !== 'slide') ? 'apart' : audience
  reopen.hidden = audience !== 'closed'
  now.dataset['apart'] = String(isFrozen || screen !== 'slide')
  const on = { freeze: isFrozen, black: screen === 'black', white: screen === 'white', keep: state.keepsInk }
  const used = { pointer: tool === 'pointer', pen: tool === 'pen', zoom: tool === 'zoom' }
  for (const [name, isOn] of Object.entries({ ...on, ...used })) {
    tools.get(name as keyof typeof on | keyof typeof used)?.setAttribute('aria-pressed', String(isOn))
  }
}

function seen({ isFrozen, screen }: LeadState, stage: StageWords): string {
  if (screen !== 'slide') return stage[screen]
  return isFrozen ? stage.frozen : stage.connected
}
