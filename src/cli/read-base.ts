import { WrongUse } from './exit.ts'

/** The path under which a site is published, from the command line. Throws `WrongUse`. */
export function readBase(text: string): string {
  if (!/^\/(?:[^\s?#/][^\s?#]*\/)?$/.test(text)) throw new WrongUse(`--base must begin and end with "/", as /slides/, but is ${text}`)
  return text
}
