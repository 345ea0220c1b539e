import { choice, either, flag, number, pattern, text } from './schema.ts'
import type { Values } from './schema.ts'

const transitions = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'] as const
const size = (doc: string) => either(number(100, 10000, undefined, doc), pattern('a percentage', /^\d{1,3}%$/, undefined, doc))

/**
 * The options of reveal.js 6 that are data and safe, with HedgeDoc's defaults where it has some.
 * An option without default is left to reveal.js.
 */
export const revealSchema = {
  controls: either(flag(true, 'Arrows in the corner.'), choice(['speaker', 'speaker-only'], undefined, '')),
  progress: flag(true, 'Progress bar.'),
  slideNumber: either(flag(true, 'Number of the slide.'), choice(['h.v', 'h/v', 'c', 'c/t'], undefined, '')),
  history: flag(true, 'Every slide is a step of the browser history.'),
  center: flag(true, 'Centre slides vertically.'),
  transition: choice(transitions, 'none', 'How one slide follows another.'),

  width: size('Width of a slide in pixels.'),
  height: size('Height of a slide in pixels.'),
  margin: number(0, 0.5, undefined, 'Part of the window that stays empty around a slide.'),
  minScale: number(0.05, 10, undefined, 'Smallest scale of a slide.'),
  maxScale: number(0.05, 10, undefined, 'Largest scale of a slide.'),
  transitionSpeed: choice(['default', 'fast', 'slow'], undefined, 'Speed of transitions.'),
  backgroundTransition: choice(transitions, undefined, 'How one background follows another.'),
  parallaxBackgroundImage: text(undefined, 'Picture behind all slides.', 2000),
  parallaxBackgroundSize: pattern(
    'a CSS size like 1920px 1080px',
    /^[\d.]{1,6}(px|%|em|rem|vw|vh)?( [\d.]{1,6}(px|%|em|rem|vw|vh)?)?$|^(cover|contain|auto)$/,
    undefined,
    'Size of the picture behind all slides.',
  ),
  parallaxBackgroundRepeat: choice(
    ['repeat', 'repeat-x', 'repeat-y', 'no-repeat', 'initial', 'inherit'],
    undefined,
    'Whether that picture repeats.',
  ),
  parallaxBackgroundPosition: pattern('a CSS position like "center top"', /^[\w%. -]{1,40}$/, undefined, 'Where that picture stands.'),
  parallaxBackgroundHorizontal: number(0, 10000, undefined, 'Pixels that it moves with each slide to the right.'),
  parallaxBackgroundVertical: number(0, 10000, undefined, 'Pixels that it moves with each slide down.'),
  autoSlide: either(number(0, 3_600_000, undefined, 'Milliseconds until the next slide.'), choice([false], undefined, '')),
  autoSlideStoppable: flag(undefined, 'A viewer can stop it.'),
  autoPlayMedia: flag(undefined, 'Play media when their slide opens; without it as each element says.'),
  autoAnimate: flag(undefined, 'Animate between slides that ask for it.'),
  autoAnimateDuration: number(0, 60, undefined, 'Seconds of such an animation.'),
  autoAnimateEasing: pattern(
    'a CSS easing like ease-in-out',
    /^(ease|linear|ease-in|ease-out|ease-in-out|cubic-bezier\([\d., -]{1,60}\))$/,
    undefined,
    'Easing of such an animation.',
  ),
  autoAnimateUnmatched: flag(undefined, 'Fade elements that have no partner.'),
  controlsBackArrows: choice(['faded', 'hidden', 'visible'], undefined, 'Look of the arrows back.'),
  controlsLayout: choice(['bottom-right', 'edges'], undefined, 'Place of the arrows.'),
  controlsTutorial: flag(undefined, 'Hint at the arrows.'),
  defaultTiming: number(0, 86400, undefined, 'Seconds planned for a slide.'),
  totalTime: number(0, 86400, undefined, 'Seconds planned for the deck.'),
  minimumTimePerSlide: number(0, 86400, undefined, 'Fewest seconds planned for a slide.'),
  fragments: flag(undefined, 'Show fragments one by one.'),
  fragmentInURL: flag(undefined, 'The address names the fragment.'),
  hash: flag(undefined, 'The address names the slide.'),
  hashOneBasedIndex: flag(undefined, 'Count slides in addresses from one.'),
  hideCursorTime: number(0, 3_600_000, undefined, 'Milliseconds until the pointer hides.'),
  hideInactiveCursor: flag(undefined, 'Hide the pointer when it rests.'),
  jumpToSlide: flag(undefined, 'Jump to a slide by its number.'),
  keyboard: flag(undefined, 'Keys move through the deck.'),
  loop: flag(undefined, 'The first slide follows the last.'),
  mobileViewDistance: number(1, 1000, undefined, 'Slides kept ready on phones.'),
  viewDistance: number(1, 1000, undefined, 'Slides kept ready.'),
  mouseWheel: flag(undefined, 'The wheel moves through the deck.'),
  navigationMode: choice(['default', 'linear', 'grid'], undefined, 'Order in which the keys move.'),
  overview: flag(undefined, 'The overview can be opened.'),
  pause: flag(undefined, 'The screen can be made black.'),
  pdfMaxPagesPerSlide: number(1, 1000, undefined, 'Most pages of a printed slide.'),
  pdfSeparateFragments: flag(undefined, 'One printed page for each step.'),
  preloadIframes: flag(undefined, 'Load frames before their slide opens.'),
  rtl: flag(undefined, 'Right to left.'),
  showSlideNumber: choice(['all', 'print', 'speaker'], undefined, 'Where slides are numbered.'),
  shuffle: flag(undefined, 'Random order.'),
  touch: flag(undefined, 'Swiping moves through the deck.'),
} as const

/** Options that other versions of reveal.js or HedgeDoc know and that have no effect here. */
export const retiredOptions: ReadonlySet<string> = new Set([
  'theme',
  'display',
  'embedded',
  'help',
  'hideAddressBar',
  'mobileApp',
  'previewLinks',
  'showNotes',
  'spotlight',
  'allottedMinutes',
  'disableLayout',
  'postMessage',
  'postMessageEvents',
  'view',
  'scrollActivationWidth',
  'scrollLayout',
  'scrollProgress',
  'scrollSnap',
  'respondToHashChanges',
  'showHiddenSlides',
  'sortFragmentsOnSync',
  'preventIframeAutoFocus',
  'focusBodyOnPageVisibilityChange',
  'pdfPageHeightOffset',
  'autoAnimateStyles',
])

/** Options that would bring code, addresses or markup into reveal.js. */
export const unsafeOptions: ReadonlySet<string> = new Set([
  'plugins',
  'dependencies',
  'url',
  'markdown',
  'highlight',
  'katex',
  'mathjax2',
  'mathjax3',
  'mathjax4',
  'math',
  'keyboardCondition',
  'autoSlideMethod',
  'autoAnimateMatcher',
  'multiplex',
  'leap',
  'chalkboard',
  'customcontrols',
  'menu',
])

export type RevealOptions = Partial<Values<typeof revealSchema>>
