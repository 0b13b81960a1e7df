import { fold } from './folding';
import { type Sql, sql } from './sql';

/** The last character with two cases is Adlam's, in 1E900–1E943. */
const CASED_END = 0x1e944;
/** In Postgres's dialect. */
const FOREIGN = '[^\\x01-\\x7f]';
let pairs: { readonly given: string; readonly folded: string } | null = null;

/**
 * `fold` of a text expression, in SQL. Only texts that are not ASCII are looked at character by character, as it costs a
 * comparison with each of the letters that have two cases.
 */
export function foldedSql(text: Sql): Sql {
  pairs ??= foreignPairs();
  const lower = sql`lower(${text} collate "C")`;
  return sql`(case when ${text} collate "C" ~ ${FOREIGN} then translate(${lower}, ${pairs.given}, ${pairs.folded}) else ${lower} end)`;
}

function foreignPairs(): { given: string; folded: string } {
  const upper: string[] = [];
  for (let code = 0x80; code < CASED_END; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    if (fold(character) !== character) upper.push(character);
  }
  return { given: upper.join(''), folded: upper.map(fold).join('') };
}
