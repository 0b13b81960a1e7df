import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPipeline, describePipeline, parsePipeline, readDialect } from '@/lib/query';
import { HUNTING_QUESTIONS } from './hunting-questions';

const PAGE = readFileSync(new URL('../../docs/questions.md', import.meta.url), 'utf8');
const QUESTIONS = HUNTING_QUESTIONS.flatMap(({ questions }) => questions);

test('there are twenty questions, no two alike', () => {
  expect(new Set(QUESTIONS.map(({ asks }) => asks)).size).toBe(20);
  expect(new Set(QUESTIONS.map(({ query }) => query)).size).toBe(20);
});

test.each(QUESTIONS)('$asks', ({ query }) => {
  expect(checkPipeline(query)).toBeNull();
  // No other language is thought of.
  expect(readDialect(query)).toBeNull();
  // What the language says that it means names every step.
  expect(describePipeline(parsePipeline(query))).toMatch(/^Events where .+;/);
});

test('the page in the documents asks the same, in the same order', () => {
  expect(PAGE.match(/^\d+\. .+$/gm)?.map((line) => line.replace(/^\d+\. /, ''))).toEqual(
    QUESTIONS.map(({ asks }) => asks),
  );
  expect([...PAGE.matchAll(/```\n([^`]*)\n {3}```/g)].map(([, query = '']) => query.trim())).toEqual(
    QUESTIONS.map(({ query }) => query),
  );
});

test('every query of the documents can be read', () => {
  for (const [, query = ''] of PAGE.matchAll(/```\n([^`]*)\n {3}```/g)) expect(checkPipeline(query.trim())).toBeNull();
});
