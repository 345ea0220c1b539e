/** Stands before the name of a printed formula: Chromium tags a formula as a figure, and the PDF is corrected afterwards. Of the private use area. */
export const FORMULA_MARK = '\uE000'
