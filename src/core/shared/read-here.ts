/** The query of the address at which a single file shows its slides as a text. */
export const READ_HERE = '?read'
