import { openStage } from './stage/open-stage.ts'
import jumpCss from './styles/jump.css?inline'
import css from './styles/stage.css?inline'

// Loaded when a presenter tool is first used on a deck's page.
const style = document.createElement('style')
style.textContent = css + jumpCss
document.head.append(style)
window.hedgerowStage = openStage
