/** A theme that cannot be bundled. The message names file and line, and the suggested fix. */
export class ThemeFault extends Error {}
