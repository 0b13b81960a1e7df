import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from '../project.mjs';

const LINES_OF_REASON = 12;

/**
 * The tests that failed, each by its file and name and with the beginning of its reason: the end of a log must say what went
 * wrong, since often only that is at hand.
 * @param {{ testResults: { name?: string, status: string, message?: string,
 *   assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[] } | null} report of Vitest's json
 * reporter
 * @returns {string[]}
 */
export function failuresOfVitest(report) {
  return (report?.testResults ?? []).flatMap(({ name = '', status, message = '', assertionResults }) => {
    const file = relative(ROOT, name);
    if (status === 'failed' && assertionResults.length === 0) return [failure(file, message)];
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages = [] }) => failure(`${file} > ${fullName}`, failureMessages.join('\n')));
  });
}

/**
 * The same of Playwright's json reporter.
 * @param {{ suites?: Suite[], errors?: { message?: string }[] } | null} report
 * @returns {string[]}
 * @typedef {{ specs?: { ok: boolean, title: string, file: string, line: number,
 *   tests: { results: { error?: { message?: string } }[] }[] }[], suites?: Suite[] }} Suite
 */
export function failuresOfPlaywright(report) {
  const ofSuite = ({ specs = [], suites = [] }) => [
    ...specs
      .filter(isFailed)
      .map(({ file, line, title, tests }) => failure(`${file}:${line} > ${title}`, reasonOf(tests))),
    ...suites.flatMap(ofSuite),
  ];
  const outside = (report?.errors ?? []).map(({ message = '' }) => failure('outside of any test', message));
  return [...(report?.suites ?? []).flatMap(ofSuite), ...outside];
}

/** A test that passes only at the second try counts as failed, although its spec is "ok". */
function isFailed({ ok, tests }) {
  return !ok || tests.some(({ results }) => results.some(({ error }) => error !== undefined));
}

function reasonOf(tests) {
  return tests.flatMap(({ results }) => results.flatMap(({ error }) => error?.message ?? [])).join('\n');
}

function failure(title, reason) {
  const lines = stripVTControlCharacters(reason)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const shown = lines.slice(0, LINES_OF_REASON).map((line) => `    ${line}`);
  return [`  ${title}`, ...shown].join('\n');
}
