/** The command was called in a way that cannot work; the message says how it can. Exit status 2. */
export class WrongUse extends Error {}
