/**
 * The rows of a CSV text with names of columns in its first line, as objects (RFC 4180: quotes are doubled inside quotes).
 * @param {string} text
 * @returns {Record<string, string>[]}
 */
export function csvRows(text) {
  const [head = [], ...rows] = cells(text);
  return rows
    .filter((row) => row.length > 1)
    .map((row) => Object.fromEntries(head.map((name, place) => [name, row[place] ?? ''])));
}

function cells(text) {
  const rows = [[]];
  // A cell is quoted or reaches to the next comma or newline; what follows it says whether the row goes on.
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n][^,\r\n]*|))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  return rows;
}
