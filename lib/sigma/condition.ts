import { type DocumentPath, RuleError } from './rule-error';

/** What a rule's condition says of its selections. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'name'; readonly name: string };

const LENGTH_MAX = 10_000;
const DEPTH_MAX = 64;
const TOKEN = /\s*(?:([()])|([\w*-]+)|(\S))/y;

/**
 * Reads a condition over named selections: `or` binds least, then `and`, `not`, `1 of pattern`, parentheses (Sigma rules
 * specification, Condition). Throws RuleError for what is none, and for names that no selection has.
 */
export function parseCondition(text: string, names: readonly string[], path: DocumentPath): Condition {
  if (text.length > LENGTH_MAX) throw new RuleError(`a condition has at most ${LENGTH_MAX} characters`, path);
  if (text.includes('|')) {
    throw new RuleError(
      'the condition counts behind a "|", as Sigma did before version 2; a correlation rule says the same',
      path,
    );
  }
  return new ConditionParser(text, names, path).whole();
}

class ConditionParser {
  private readonly tokens: readonly string[];
  private index = 0;
  private depth = 0;

  constructor(
    text: string,
    private readonly names: readonly string[],
    private readonly path: DocumentPath,
  ) {
    this.tokens = this.tokensOf(text);
  }

  whole(): Condition {
    const condition = this.or();
    const rest = this.tokens[this.index];
    if (rest === ')') throw this.error('a parenthesis of the condition was never opened');
    if (rest !== undefined) throw this.error(`"and" or "or" is missing before "${rest}"`);
    return condition;
  }

  private tokensOf(text: string): string[] {
    const tokens: string[] = [];
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
      if (match[3] !== undefined) throw this.error(`"${match[3]}" cannot stand in a condition`);
      tokens.push(match[1] ?? match[2] ?? '');
    }
    return tokens;
  }

  private or(): Condition {
    const of = [this.and()];
    while (this.takes('or')) of.push(this.and());
    return joined('or', of);
  }

  private and(): Condition {
    const of = [this.unary()];
    while (this.takes('and')) of.push(this.unary());
    return joined('and', of);
  }

  private unary(): Condition {
    return this.takes('not') ? { kind: 'not', of: this.nested(() => this.unary()) } : this.operand();
  }

  private operand(): Condition {
    const token = this.tokens[this.index];
    this.index += 1;
    if (token === undefined) throw this.error('the condition ends where the name of a selection should stand');
    if (token === '(') {
      const inner = this.nested(() => this.or());
      if (!this.takes(')')) throw this.error('a parenthesis of the condition is not closed');
      return inner;
    }
    if (token === ')' || /^(?:and|or)$/i.test(token)) {
      throw this.error(`the name of a selection should stand before "${token}"`);
    }
    if (this.tokens[this.index]?.toLowerCase() === 'of') return this.selector(token);
    if (this.names.includes(token)) return { kind: 'name', name: token };
    throw this.error(`the condition names "${token}", which is no selection of the rule`);
  }

  private selector(quantifier: string): Condition {
    this.index += 1;
    const every = quantifier.toLowerCase() === 'all';
    if (!every && !/^(?:1|any)$/i.test(quantifier)) {
      throw this.error(`"${quantifier} of" is not known: it is "1 of", "any of" or "all of"`);
    }
    const pattern = this.tokens[this.index];
    this.index += 1;
    if (pattern === undefined || pattern === '(' || pattern === ')') {
      throw this.error(`a pattern of names, or "them", is missing after "${quantifier} of"`);
    }
    const found = this.names.filter((name) => selects(pattern, name));
    if (found.length === 0) throw this.error(`no selection of the rule is called "${pattern}"`);
    return joined(
      every ? 'and' : 'or',
      found.map((name) => ({ kind: 'name', name })),
    );
  }

  private takes(word: string): boolean {
    if (this.tokens[this.index]?.toLowerCase() !== word) return false;
    this.index += 1;
    return true;
  }

  private nested<T>(inner: () => T): T {
    this.depth += 1;
    if (this.depth > DEPTH_MAX) throw this.error(`at most ${DEPTH_MAX} levels of a condition may be nested`);
    const value = inner();
    this.depth -= 1;
    return value;
  }

  private error(message: string): RuleError {
    return new RuleError(message, this.path);
  }
}

/** Names with an underscore in front are left out, unless the pattern begins with one too. */
function selects(pattern: string, name: string): boolean {
  if (name.startsWith('_') && !pattern.startsWith('_')) return false;
  return pattern === 'them' || fits(pattern.split('*'), name);
}

/** Whether the pieces between a pattern's `*` are found in a name one after the other, the outer ones at its ends. */
function fits(pieces: readonly string[], name: string): boolean {
  const [first = '', ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let rest = name.slice(first.length, name.length - last.length);
  for (const piece of others) {
    const at = rest.indexOf(piece);
    if (at < 0) return false;
    rest = rest.slice(at + piece.length);
  }
  return true;
}

function joined(kind: 'and' | 'or', of: readonly Condition[]): Condition {
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind, of };
}
