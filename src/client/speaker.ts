import { guardMessages } from './message-origins.ts'
import { openSpeakerView } from './speaker/open-speaker-view.ts'

guardMessages()

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => openSpeakerView())
else openSpeakerView()
