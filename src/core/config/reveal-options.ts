import { choice, either, flag, number, pattern, text } from './schema.ts'
import type { Values } from './schema.ts'

const transitions = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'] as const
const size = (doc: string) => either(number(100, 10000, undefined, doc), pattern('a percentage', /^\d{1,3}%$/, undefined, doc))

/**
 * The options of reveal.js 6 that are data and safe, with HedgeDoc's defaults where it has some.
 * An option without default is left to reveal.js.
 */
export const revealSchema = {
  controls: either(flag(true, 'Show navigation arrows.'), choice(['speaker', 'speaker-only'], undefined, '')),
  progress: flag(true, 'Progress bar.'),
  slideNumber: either(flag(true, 'Show the slide number, and in which format.'), choice(['h.v', 'h/v', 'c', 'c/t'], undefined, '')),
  history: flag(true, 'Add each slide to the browser history.'),
  center: flag(true, 'Centre slides vertically.'),
  transition: choice(transitions, 'none', 'Transition between slides.'),

  width: size('Width of a slide in pixels.'),
  height: size('Height of a slide in pixels.'),
  margin: number(0, 0.5, undefined, 'Margin around a slide, as a fraction of the window.'),
  minScale: number(0.05, 10, undefined, 'Smallest scale of a slide.'),
  maxScale: number(0.05, 10, undefined, 'Largest scale of a slide.'),
  transitionSpeed: choice(['default', 'fast', 'slow'], undefined, 'Speed of transitions.'),
  backgroundTransition: choice(transitions, undefined, 'Transition between backgrounds.'),
  parallaxBackgroundImage: text(undefined, 'Background image behind all slides.', 2000),
  parallaxBackgroundSize: pattern(
    'a CSS size like 1920px 1080px',
    /^[\d.]{1,6}(px|%|em|rem|vw|vh)?( [\d.]{1,6}(px|%|em|rem|vw|vh)?)?$|^(cover|contain|auto)$/,
    undefined,
    'Size of the background image.',
  ),
  parallaxBackgroundRepeat: choice(
    ['repeat', 'repeat-x', 'repeat-y', 'no-repeat', 'initial', 'inherit'],
    undefined,
    'Whether the background image repeats.',
  ),
  parallaxBackgroundPosition: pattern(
    'a CSS position like "center top"',
    /^[\w%. -]{1,40}$/,
    undefined,
    'Position of the background image.',
  ),
  parallaxBackgroundHorizontal: number(0, 10000, undefined, 'Pixels the background image moves per slide to the right.'),
  parallaxBackgroundVertical: number(0, 10000, undefined, 'Pixels the background image moves per slide down.'),
  autoSlide: either(number(0, 3_600_000, undefined, 'Milliseconds until the next slide.'), choice([false], undefined, '')),
  autoSlideStoppable: flag(undefined, 'Let viewers pause auto-advance.'),
  autoPlayMedia: flag(undefined, 'Play media when their slide is shown. Default: as each element says.'),
  autoAnimate: flag(undefined, 'Animate between slides with data-auto-animate.'),
  autoAnimateDuration: number(0, 60, undefined, 'Duration of auto-animate in seconds.'),
  autoAnimateEasing: pattern(
    'a CSS easing like ease-in-out',
    /^(ease|linear|ease-in|ease-out|ease-in-out|cubic-bezier\([\d., -]{1,60}\))$/,
    undefined,
    'Easing of auto-animate.',
  ),
  autoAnimateUnmatched: flag(undefined, 'Fade in elements without a match.'),
  controlsBackArrows: choice(['faded', 'hidden', 'visible'], undefined, 'Appearance of the back arrows.'),
  controlsLayout: choice(['bottom-right', 'edges'], undefined, 'Position of the arrows.'),
  controlsTutorial: flag(undefined, 'Hint that the arrows can be used.'),
  defaultTiming: number(0, 86400, undefined, 'Seconds planned for a slide.'),
  totalTime: number(0, 86400, undefined, 'Seconds planned for the deck.'),
  minimumTimePerSlide: number(0, 86400, undefined, 'Minimum seconds planned per slide.'),
  fragments: flag(undefined, 'Show fragments one by one.'),
  fragmentInURL: flag(undefined, 'Put the fragment in the URL.'),
  hash: flag(undefined, 'Put the slide in the URL.'),
  hashOneBasedIndex: flag(undefined, 'Count slides in URLs from 1.'),
  hideCursorTime: number(0, 3_600_000, undefined, 'Milliseconds until the mouse pointer is hidden.'),
  hideInactiveCursor: flag(undefined, 'Hide the mouse pointer when it does not move.'),
  jumpToSlide: flag(undefined, 'Jump to a slide by its number.'),
  keyboard: flag(undefined, 'Keyboard navigation.'),
  loop: flag(undefined, 'Go back to the first slide after the last.'),
  mobileViewDistance: number(1, 1000, undefined, 'The same on phones.'),
  viewDistance: number(1, 1000, undefined, 'Number of slides kept loaded around the current one.'),
  mouseWheel: flag(undefined, 'Mouse wheel navigation.'),
  navigationMode: choice(['default', 'linear', 'grid'], undefined, 'How arrow keys navigate.'),
  overview: flag(undefined, 'Allow the overview.'),
  pause: flag(undefined, 'Allow a black screen.'),
  pdfMaxPagesPerSlide: number(1, 1000, undefined, 'Maximum pages per printed slide.'),
  pdfSeparateFragments: flag(undefined, 'Print each step on its own page.'),
  preloadIframes: flag(undefined, 'Load embedded pages before their slide is shown.'),
  rtl: flag(undefined, 'Right to left.'),
  showSlideNumber: choice(['all', 'print', 'speaker'], undefined, 'In which views to show the slide number.'),
  shuffle: flag(undefined, 'Show slides in random order.'),
  touch: flag(undefined, 'Swipe navigation.'),
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
