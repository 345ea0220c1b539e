import { encode } from 'uqr'

// In modules; phones need a light margin around the code.
const BORDER = 2

// Two modules in one character: the upper and the lower half are dark or light.
const HALVES: Readonly<Record<string, string>> = { '11': '█', '10': '▀', '01': '▄', '00': ' ' }

/**
 * The lines of a QR code for a terminal, black on white whatever the colours of the terminal are; `undefined` if it is too narrow for it.
 */
export function drawQrCode(text: string, columns: number): readonly string[] | undefined {
  const { data, size } = encode(text, { border: BORDER })
  if (size > columns) return undefined
  return Array.from({ length: Math.ceil(size / 2) }, (_, row) => {
    const line = Array.from({ length: size }, (__, column) => {
      const [upper, lower] = [data[2 * row]?.[column], data[2 * row + 1]?.[column]].map((isDark) => (isDark ? '1' : '0'))
      return HALVES[`${upper}${lower}`]
    })
    return `\u001b[30;107m${line.join('')}\u001b[0m`
  })
}
