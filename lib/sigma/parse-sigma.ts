import { readCorrelation } from './correlations/read-correlation';
import { isMap, readDetection } from './read-detection';
import { readFilter } from './read-filter';
import { readHead, readLogSource } from './read-head';
import type { SigmaDocument } from './rule';
import { RuleError } from './rule-error';
import { type YamlDocument, yamlDocuments } from './yaml-documents';

/** Why a document of a file is no rule. */
export interface ParseProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
  /** The title, where one could be read. */
  readonly title: string | null;
}

/** The rules of a file, and what kept others from being read. */
export interface ParsedSigma {
  readonly documents: readonly SigmaDocument[];
  readonly problems: readonly ParseProblem[];
}

/**
 * Reads a file of Sigma rules, correlations and filters (specification 2.1), one or several documents. A document
 * `action: global` gives its keys to those behind it, `action: repeat` says again what the one before it said, `action: reset`
 * ends that. Takes time and memory in the size of the text.
 */
export function parseSigma(text: string): ParsedSigma {
  const documents: SigmaDocument[] = [];
  const problems: ParseProblem[] = [];
  const templates = new Templates();
  for (const document of yamlDocuments(text)) {
    if (document.problem !== null) {
      problems.push({ line: document.problemLine, message: document.problem, title: null });
      continue;
    }
    const whole = isMap(document.value) ? templates.applied(document.value) : undefined;
    if (whole === null) continue;
    try {
      documents.push(readDocument(whole, document));
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      problems.push({ line: document.lineOf(error.path), message: error.message, title: titleOf(whole) });
    }
  }
  return { documents, problems };
}

function titleOf(value: Record<string, unknown> | undefined): string | null {
  return typeof value?.title === 'string' ? value.title : null;
}

function readDocument(value: Record<string, unknown> | undefined, { line }: YamlDocument): SigmaDocument {
  if (value === undefined) throw new RuleError('a rule is a map with a title, a log source and a detection', []);
  if (value.action !== undefined) throw new RuleError(`the action "${String(value.action)}" is not known`, ['action']);
  if (value.correlation !== undefined) return readCorrelation(value.correlation, readHead(value, line));
  if (value.filter !== undefined) return readFilter(value, readHead(value, line));
  if (value.detection === undefined) throw new RuleError('the rule has no "detection"', []);
  const logSource = readLogSource(value.logsource);
  const detection = readDetection(value.detection, ['detection']);
  return { kind: 'rule', head: readHead(value, line), logSource, detection };
}

/** What documents with an action hand on. */
class Templates {
  private global: Record<string, unknown> = {};
  private before: Record<string, unknown> = {};

  /** A document with what was handed on to it; null when it was only there to hand on. */
  applied(value: Record<string, unknown>): Record<string, unknown> | null {
    const { action, ...rest } = value;
    if (action === 'global') {
      this.global = rest;
      this.before = rest;
      return null;
    }
    if (action === 'reset') {
      this.global = {};
      return null;
    }
    const isMeta = value.correlation !== undefined || value.filter !== undefined;
    if (isMeta && action === undefined) return value;
    if (action !== undefined && action !== 'repeat') return value;
    this.before = merged(action === 'repeat' ? this.before : this.global, rest, 0);
    return this.before;
  }
}

const MERGE_DEPTH_MAX = 16;

/** Maps are merged key by key, anything else is replaced. */
function merged(one: Record<string, unknown>, other: Record<string, unknown>, depth: number): Record<string, unknown> {
  const both: [string, unknown][] = Object.entries(other).map(([key, value]) => {
    const under = Object.hasOwn(one, key) ? one[key] : undefined;
    return [key, depth < MERGE_DEPTH_MAX && isMap(under) && isMap(value) ? merged(under, value, depth + 1) : value];
  });
  return Object.fromEntries([...Object.entries(one), ...both]);
}
