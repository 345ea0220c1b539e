import type { People } from './slide-shape.ts'

// In characters; a longer paragraph is prose.
const LONGEST = 90

// What a line about people begins with, in the languages of the interface; a "by" or a colon follows.
const ROLES = new Set(
  (
    'report reports reported presented presenter presenters presentation moderated moderation moderator moderators host hosts hosted ' +
    'speaker speakers talk talks author authors ' +
    'bericht berichte berichtet vorgestellt präsentiert vortrag vortragende vortragender moderiert referent referentin referenten sprecher sprecherin ' +
    'présenté présentée présentés animé animée modéré modérée intervenant intervenante intervenants'
  ).split(' '),
)
const BY = new Set(['by', 'von', 'durch', 'par'])

/** Who speaks, if a paragraph says so in few words. */
export function readPeople(text: string): People | undefined {
  if (text.length > LONGEST) return undefined
  const first = wordEnd(text, 0)
  if (!ROLES.has(text.slice(0, first).toLowerCase())) return undefined
  const from = text.charAt(first) === ' ' ? first + 1 : first
  const second = wordEnd(text, from)
  const hasBy = second > from && BY.has(text.slice(from, second).toLowerCase())
  const end = hasBy ? second : first
  const colon = text.charAt(end) === ':' ? end : text.startsWith(' :', end) ? end + 1 : undefined
  if (!hasBy && colon === undefined) return undefined
  const role = colon === undefined ? end : colon + 1
  return text.slice(role).trim().length > 1 ? { role } : undefined
}

function wordEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && !' :,.;!?('.includes(text.charAt(end))) end += 1
  return end
}
