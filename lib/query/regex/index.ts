export { byteRegexMatcher, regexMatcher } from './automaton';
export { parseRegex } from './parse-regex';
export { postgresRegex } from './postgres-regex';
export { type Regex, RegexError } from './regex';
export { type Alternatives, requiredLiterals } from './required-literals';
