import type { z } from 'zod';
import { BadRequest } from '@/lib/errors';
import type { FacetsAnswer, facetsParameters } from '@/lib/interface';
import { answerAbout, type Question } from './answer-about';
import { type Breakdown, breakdownBy } from './breakdown';
import type { Facet } from './matching';
import { pathFacet } from './path-facet';
import { valuesWith } from './values-with';

type Parameters = z.output<typeof facetsParameters>;

const FIELDS_MAX = 32;

/** For each field: how many values it has, how many events lack it, and its commonest values. Exact. */
export async function readFacets(parameters: Parameters, signal?: AbortSignal): Promise<FacetsAnswer> {
  const names = [...new Set(parameters.fields.split(',').map((name) => name.trim()))].filter((name) => name !== '');
  if (names.length === 0) throw new BadRequest('fields: name at least one field');
  if (names.length > FIELDS_MAX) throw new BadRequest(`fields: name at most ${FIELDS_MAX} fields`);
  const breakdowns = names.map((name) => breakdownBy('fields', name));
  return answerAbout(
    parameters,
    async (question) => {
      const fields: FacetsAnswer['fields'] = Object.create(null);
      for (const [index, facet] of (await facetsOf(question, breakdowns, parameters)).entries()) {
        const name = names[index] ?? '';
        // What no event has may be a path into the originals.
        const ofPath =
          facet.distinct === 0 && !parameters.contains ? await pathFacet(question, name, parameters.limit) : null;
        fields[name] = ofPath ?? facet;
      }
      return { fields };
    },
    signal,
  );
}

function facetsOf(
  question: Question,
  breakdowns: readonly Breakdown[],
  { contains = '', limit }: Parameters,
): Promise<Facet[]> {
  if (contains === '') return question.matching.facets(breakdowns, limit);
  return valuesWith(question, breakdowns, contains, limit);
}
