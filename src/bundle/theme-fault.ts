/** A theme that must not be bundled as it is. The message names file and line, and says what to do. */
export class ThemeFault extends Error {}
