import { QueryError, type Span } from '../query-error';

/** A word of a command line, without its quotation marks. */
export interface ShellWord {
  readonly text: string;
  readonly at: Span;
}

/** The commands of a pipeline, each as its words. Throws `QueryError` for quotes that do not close and for what else a shell can do. */
export function shellCommands(text: string): ShellWord[][] {
  const commands: ShellWord[][] = [[]];
  let position = /^\s*\$\s/.exec(text)?.[0].length ?? 0;
  while (position < text.length) {
    const character = text[position] ?? '';
    if (/\s/.test(character)) position++;
    else if (character === '|' && text[position + 1] !== '|') {
      commands.push([]);
      position++;
    } else if (/[;&><|`]/.test(character) || text.startsWith('$(', position)) {
      throw new QueryError('only commands joined by | can be read here', { from: position, to: position + 1 });
    } else {
      const word = readWord(text, position);
      commands.at(-1)?.push(word);
      position = word.at.to;
    }
  }
  return commands;
}

function readWord(text: string, from: number): ShellWord {
  let content = '';
  let position = from;
  while (position < text.length) {
    const character = text[position] ?? '';
    if (/[\s|;&><]/.test(character)) break;
    if (character === '"' || character === "'") {
      const quoted = readQuoted(text, position);
      content += quoted.text;
      position = quoted.at.to;
    } else {
      if (character === '\\' && position + 1 < text.length) position++;
      content += text[position];
      position++;
    }
  }
  return { text: content, at: { from, to: position } };
}

/** Between double quotes a backslash takes only what would be special there; between single quotes nothing is. */
function readQuoted(text: string, from: number): ShellWord {
  const mark = text[from];
  let content = '';
  for (let position = from + 1; position < text.length; position++) {
    const character = text[position] ?? '';
    if (character === mark) return { text: content, at: { from, to: position + 1 } };
    if (character === '\\' && mark === '"' && '"\\$`'.includes(text[position + 1] ?? ' ')) position++;
    content += text[position];
  }
  throw new QueryError('the quotation mark is not closed', { from, to: text.length });
}
