import { JsonFramer } from './json-framer';
import { isTornJson } from './torn-json';

/** How a file is cut into records: line by line, as a document of some kind, or kept whole because it is no log. */
export type DocumentKind = 'lines' | 'json' | 'yaml' | 'journal-export' | 'text';

/** The fields with which systemd opens every entry of an export of its journal. */
const JOURNAL_EXPORT = /^__(?:CURSOR|REALTIME_TIMESTAMP|MONOTONIC_TIMESTAMP|SEQNUM)=.{0,1024}\n/;

const CONFIGURATION =
  /\.(?:html?|css|[cm]?js|ts|conf|config|cfg|ini|toml|properties|sh|bash|py|go|rb|java|sql|tf|tpl|svg|xml|pem|crt)$/i;
/** Notes and manuals, whatever logs they quote. */
const PROSE = /\.(?:md|markdown|rst|adoc|org|tex)$/i;
/** Org's own lines: a keyword that opens the notes, or a block in them. */
const ORG = /^#\+(?:TITLE|BEGIN_SRC|BEGIN_EXAMPLE):? /im;
const CONFIGURATION_NAME = /(?:^|\/)(?:Dockerfile|Makefile|LICENSE|README|kubeconfig)$/;
const CLOCK = /\d\d:\d\d:\d\d/;
const KLOG = /^[IWEF]\d{4} /m;

/** A list that begins on the first line, whose first record is longer than the head. */
const LIST_HEAD = /^(?:\[|\{[^{}[\]]*"(?:[Ii]tems|records)"[ \t]*:[ \t]*\[)[ \t]*\{/;

/** Top-level keys that show a YAML document to be a Kubernetes object or list. */
const MANIFEST = /^apiVersion:[ \t]*\S/m;
const MANIFEST_KIND = /^(?:kind|items):/m;
/** The same in the entries of a sequence. */
const MANIFEST_ENTRY = /^(?:- | {2})apiVersion:[ \t]*\S/m;
/** Top-level keys of log entries that somebody saved as YAML. */
const YAML_ENTRY = /^(?:timestamp|time|insertId|logName):[ \t]*\S/m;
/** What `gcloud logging read` prints, whatever the file is called. */
const LOG_ENTRY = /^logName:[ \t]*['"]?(?:projects|organizations|folders|billingAccounts)\/[^/\s]+\/logs\//m;
const YAML_KEY = /^["']?[A-Za-z_][\w.$/-]*["']?:(?:[ \t]|$)/;

/**
 * Tells how to cut a file, from its first 64 KB or so and its path. When in doubt it is a log: `lines` loses nothing.
 */
export function documentKind(head: string, path: string): DocumentKind {
  const from = firstContent(head);
  const first = head[from];
  if (first === undefined) return 'lines';
  if ((first === '{' || first === '[') && isJsonDocument(head, from)) return 'json';
  if (head.startsWith('__', from) && JOURNAL_EXPORT.test(head.slice(from, from + 1200))) return 'journal-export';
  if (isNoLog(head, from, path)) return 'text';
  return yamlKind(head, from, path);
}

/** The first character that is neither blank nor part of a byte order mark (which a latin1 text shows as three letters). */
function firstContent(head: string): number {
  let index = head.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  while (index < head.length && (head.charCodeAt(index) <= 0x20 || head.charCodeAt(index) === 0xfeff)) index += 1;
  return index;
}

/** JSON that is not one record per line: its first record is not exactly its first line, or its first line is a list. */
function isJsonDocument(head: string, from: number): boolean {
  if (!opensJson(head, from) || isTornJson(head, from)) return false;
  const newline = head.indexOf('\n', from);
  const lineEnd = newline < 0 ? head.length : newline;
  const line = head.slice(from, lineEnd).trimEnd();
  const framer = new JsonFramer();
  const [item] = framer.feed(head);
  if (item === undefined) return newline >= 0 ? !isValue(line) : LIST_HEAD.test(line.slice(0, 4096));
  if (item.start > from) return true;
  return item.end !== from + line.length;
}

/** Whether what follows the first brace or bracket can only be JSON: `[2024-…` and `{name} …` are lines of a log. */
function opensJson(head: string, from: number): boolean {
  const next = head.slice(from + 1, from + 1000).trimStart()[0];
  if (head[from] === '{') return next === '"' || next === '}';
  return next === '{' || (next === ']' && head.slice(from).trimEnd() === '[]');
}

function isValue(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isNoLog(head: string, from: number, path: string): boolean {
  const start = head.slice(from, from + 20).toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return true;
  if (start.startsWith('#!') && !path.includes('.log')) return true;
  if (PROSE.test(path) || (head.startsWith('#+', from) && ORG.test(head))) return true;
  if (!CONFIGURATION.test(path) && !CONFIGURATION_NAME.test(path)) return false;
  return !CLOCK.test(head) && !KLOG.test(head);
}

function yamlKind(head: string, from: number, path: string): DocumentKind {
  const named = /\.ya?ml$/i.test(path);
  const line = firstYamlLine(head, from);
  const isYaml = YAML_KEY.test(line) || line === '---';
  if (isYaml && MANIFEST.test(head) && MANIFEST_KIND.test(head)) return 'yaml';
  if (line.startsWith('- ') && MANIFEST_ENTRY.test(head)) return 'yaml';
  if (isYaml && LOG_ENTRY.test(head)) return 'yaml';
  if (!named) return 'lines';
  if (isYaml && YAML_ENTRY.test(head)) return 'yaml';
  return CLOCK.test(head) && !isYaml && !line.startsWith('- ') ? 'lines' : 'text';
}

/** The first line that is neither blank nor a comment nor a separator; a lone separator when nothing else comes. */
function firstYamlLine(head: string, from: number): string {
  let separator = '';
  for (let start = from; start < head.length; ) {
    const newline = head.indexOf('\n', start);
    const end = newline < 0 ? head.length : newline;
    const line = head.slice(start, end).trimEnd();
    if (line === '---') separator = line;
    else if (line !== '' && !line.startsWith('#')) return line;
    start = end + 1;
  }
  return separator;
}
