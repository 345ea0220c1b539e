// One line for each language; the type of its file says what it must contain.
export * as de from './languages/de.ts'
export * as en from './languages/en.ts'
export * as fr from './languages/fr.ts'
