import { guardMessages } from './guard.ts'
import { openSpeakerView } from './speaker/open-speaker-view.ts'

guardMessages()

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => openSpeakerView())
else openSpeakerView()
