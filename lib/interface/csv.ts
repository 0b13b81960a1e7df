type CsvValue = string | number | boolean | null;

/** A line of a CSV file as RFC 4180 has it. */
export function csvLine(cells: readonly CsvValue[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * What opens a formula (OWASP, "CSV Injection"), with its wide forms, which some spreadsheets read as the same, and behind
 * blanks and invisible characters, which some leave out.
 */
const FORMULA = /^(?:[\s\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;

/** A cell that no spreadsheet takes for a formula: text that opens like one gets an apostrophe before it. Numbers stay as they are. */
function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
