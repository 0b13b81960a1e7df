import { parseSigma } from '../parse-sigma';
import type { DetectionRule } from '../rule';

/** The only rule of a text; throws with what is wrong with it. */
export function ruleOf(text: string): DetectionRule {
  const { documents, problems } = parseSigma(text);
  const [rule] = documents;
  if (rule?.kind !== 'rule' || documents.length !== 1) throw new Error(problems[0]?.message ?? 'not one rule');
  return rule;
}

/** A rule of a detection, as YAML, that is indented. */
export function ruleWith(detection: string, logSource = 'product: kubernetes, service: audit'): DetectionRule {
  return ruleOf(`title: a rule\nlogsource: { ${logSource} }\ndetection:\n${indented(detection)}\n`);
}

function indented(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const margin = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => `  ${line.slice(margin)}`).join('\n');
}
