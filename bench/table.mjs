/** A plain text table: the first column to the left, numbers to the right. */
export function table(title, head, rows) {
  const lines = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(...lines.map((row) => row[column].length)))
  const [top, ...rest] = lines.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  '),
  )
  return ['', title, top, '-'.repeat(top.length), ...rest].join('\n')
}
