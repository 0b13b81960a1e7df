import { BadRequest } from '@/lib/errors';
import type { ExplainAnswer, ExplainedClause, SelectionParameters } from '@/lib/interface';
import { gatherFilter, topClauses } from '@/lib/query';
import { questionAbout } from './answer-about';
import { type Ask, readElsewhere, readOtherTypes, readOutside } from './explain-around';
import { meantBy } from './meant-values';
import { readOnly } from './read-only';

/** Each takes three counts. */
const CLAUSES_MAX = 12;

/**
 * Why a query finds so little: what each of its clauses finds alone, what the others find without it, which of them leaves
 * nothing, and what the same query finds outside its time, type and source. Exact, in one snapshot. Of a query with steps,
 * the events are explained that they work on; texts to ask instead keep the steps. Throws `QueryError`,
 * and `BadRequest` for more than 12 clauses.
 */
export async function explainQuery(parameters: SelectionParameters, signal?: AbortSignal): Promise<ExplainAnswer> {
  const { filter: text, steps } = gatherFilter(parameters.q ?? '');
  if (topClauses(text).length > CLAUSES_MAX) {
    throw new BadRequest(`q: at most ${CLAUSES_MAX} clauses can be explained`);
  }
  return readOnly(async (reader) => {
    const ask: Ask = (change) => questionAbout(reader, { ...parameters, q: text, ...change }, signal);
    const count = async (change: Partial<SelectionParameters>) => (await ask(change)).matching.count();
    const total = await count({ q: '' });
    return {
      count: await count({}),
      total,
      clauses: (await explainClauses(text, total, ask)).map((clause) => withSteps(clause, steps)),
      time: await readOutside(ask),
      types: await readOtherTypes(parameters.type, ask),
      elsewhere: await readElsewhere(parameters.source, ask),
    };
  }, signal);
}

function withSteps(clause: ExplainedClause, steps: string): ExplainedClause {
  if (steps === '') return clause;
  const stepped = (q: string) => `${q.trim() === '' ? '*' : q.trim()} ${steps.trim()}`;
  return {
    ...clause,
    rest: stepped(clause.rest),
    meant: clause.meant.map((each) => ({ ...each, q: stepped(each.q) })),
  };
}

async function explainClauses(text: string, total: number, ask: Ask): Promise<ExplainedClause[]> {
  const known = new Map([['', Promise.resolve(total)]]);
  const count = (q: string): Promise<number> => {
    const counted = known.get(q) ?? ask({ q }).then(({ matching }) => matching.count());
    known.set(q, counted);
    return counted;
  };
  const clauses = topClauses(text);
  const explained: ExplainedClause[] = [];
  let left = total;
  for (const [index, clause] of clauses.entries()) {
    const { filter: _, ...place } = clause;
    const alone = await count(clause.text);
    const before = left;
    // What is empty stays empty.
    if (left > 0)
      left = await count(
        clauses
          .slice(0, index + 1)
          .map((each) => each.text)
          .join(' and '),
      );
    const meant = alone === 0 && total > 0 ? await meantBy(text, clause, ask) : [];
    explained.push({ ...place, alone, without: await count(clause.rest), empties: before > 0 && left === 0, meant });
  }
  return explained;
}
