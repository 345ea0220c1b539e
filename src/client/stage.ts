import { flipSlides } from './overview/flip-slides.ts'
import { openOverview } from './overview/open-overview.ts'
import { openStage } from './stage/open-stage.ts'
import helpCss from './styles/help.css?inline'
import jumpCss from './styles/jump.css?inline'
import overviewCss from './styles/overview.css?inline'
import css from './styles/stage.css?inline'

// Loaded when a presenter tool or the overview is first used on a deck's page.
const style = document.createElement('style')
style.textContent = css + helpCss + jumpCss + overviewCss
document.head.append(style)
window.hedgerowStage = openStage
window.hedgerowOverview = openOverview
window.hedgerowFlip = flipSlides
