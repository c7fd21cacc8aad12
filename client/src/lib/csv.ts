export type CsvValue = string | number | null | undefined;

// A spreadsheet takes a cell that begins so for a formula, the full-width forms included.
const FORMULA = /^[\s\u00a0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

function cell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A table as the French spreadsheets open it: semicolons, decimal commas, CRLF, byte order mark.
 * Text that a spreadsheet would run as a formula is preceded by an apostrophe; numbers are left as numbers.
 */
export function toCsv(titles: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return `\ufeff${[titles, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** Hands a text to the browser as a file. */
export function downloadText(fileName: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
