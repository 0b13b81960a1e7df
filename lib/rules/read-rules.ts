import { parseSigma, type SigmaDocument } from '@/lib/sigma';
import { textOfRules } from './rule-texts';

/** A rule of a file, with what will be stored of it. */
export interface ReadDocument {
  readonly document: SigmaDocument;
  /** YAML of the rule alone; `documentOf` reads it again. */
  readonly text: string;
  /** Path of the file; null for what was pasted. */
  readonly file: string | null;
  /** From 1, in the file. */
  readonly line: number;
}

export interface ReadProblem {
  readonly file: string | null;
  readonly line: number | null;
  readonly message: string;
}

/** The rules of one file, and what is no rule. Takes time in the length of the text. */
export function readRules(
  text: string,
  file: string | null,
): { readonly rules: readonly ReadDocument[]; readonly problems: readonly ReadProblem[] } {
  const { documents, problems } = parseSigma(text);
  const textAt = textOfRules(text);
  return {
    rules: documents.map((document) => {
      const { line } = document.head;
      return { document, text: documents.length === 1 ? text : textAt(line), file, line };
    }),
    problems: problems.map(({ line, message, title }) => ({
      file,
      line,
      message: title === null ? message : `${title}: ${message}`,
    })),
  };
}

/** The rule of a stored text: its last document. Null with the reason when it is none. */
export function documentOf(
  text: string,
): { readonly document: SigmaDocument } | { readonly document: null; readonly problem: string } {
  const { documents, problems } = parseSigma(text);
  const document = documents.at(-1);
  if (document !== undefined && problems.length === 0) return { document };
  const [problem] = problems;
  if (problem === undefined) return { document: null, problem: 'the text holds no rule' };
  return { document: null, problem: `line ${problem.line}: ${problem.message}` };
}
