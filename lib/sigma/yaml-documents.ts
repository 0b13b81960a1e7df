import { isNode, LineCounter, parseAllDocuments } from 'yaml';
import type { DocumentPath } from './rule-error';

/** Of the text of one file, in characters; the largest rule of SigmaHQ has 30 thousand. */
const LENGTH_MAX = 4 * 1024 * 1024;
const DOCUMENTS_MAX = 5000;
/** Aliases that are followed in one document: they can grow a few bytes into millions. */
const ALIASES_MAX = 100;

/** A document of a YAML file: its value, or why it has none. */
export type YamlDocument = { readonly line: number; lineOf(path: DocumentPath): number } & (
  | { readonly value: unknown; readonly problem: null }
  | { readonly problem: string; readonly problemLine: number }
);

/** Reads the documents of a YAML 1.2 file. A broken one does not keep the others from being read; empty ones are left out. */
export function yamlDocuments(text: string): YamlDocument[] {
  if (text.length > LENGTH_MAX) return [broken(`a file of rules has at most ${LENGTH_MAX} characters`)];
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, merge: true, logLevel: 'silent' });
  const lineAt = (offset: number) => lines.linePos(Math.min(offset, text.length)).line;
  // Without any document the answer is an empty list that says so.
  const all = Array.isArray(documents) ? documents : [];
  if (all.length > DOCUMENTS_MAX) return [broken(`a file has at most ${DOCUMENTS_MAX} rules`)];
  return all.flatMap((document): YamlDocument[] => {
    const line = lineAt(document.contents?.range?.[0] ?? document.range[0]);
    const lineOf = (path: DocumentPath) => {
      for (let length = path.length; length > 0; length -= 1) {
        const node: unknown = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return line;
    };
    const [error] = document.errors;
    if (error !== undefined) {
      return [{ line, lineOf, problem: problemOf(error), problemLine: lineAt(error.pos[0]) }];
    }
    try {
      const value: unknown = document.toJS({ maxAliasCount: ALIASES_MAX });
      return value === null ? [] : [{ line, lineOf, value, problem: null }];
    } catch (thrown) {
      if (!(thrown instanceof Error)) throw thrown;
      return [{ line, lineOf, problem: problemOf(thrown), problemLine: line }];
    }
  });
}

function broken(problem: string): YamlDocument {
  return { line: 1, lineOf: () => 1, problem, problemLine: 1 };
}

/** The library follows what is nested on the stack, until that ends, and adds a picture of the place. */
function problemOf({ message }: Error): string {
  if (/call stack/i.test(message)) return 'the YAML is nested too deeply';
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}
