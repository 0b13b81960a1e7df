import { nameOf } from '@/lib/auth';
import { type ReadRulesAnswer, rulesParameters, rulesPatch } from '@/lib/interface';
import { addRules, changeManyRules, readRules } from '@/lib/store';
import { body, json, parameters, respond } from '../respond';
import { RULE_BODY_BYTES, rulesOf } from './rule-request';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return respond(request, 'GET /api/rules', () => readRules(parameters(request, rulesParameters), request.signal));
}

export function POST(request: Request): Promise<Response> {
  return respond(request, 'POST /api/rules', async (principal, nameSubject) => {
    const { rules, problems, passedOver } = await rulesOf(request);
    const stored = await addRules(rules, nameOf(principal));
    nameSubject(rules.length === 1 ? (rules[0]?.document.head.title ?? '') : `${rules.length} rules`);
    const answer: ReadRulesAnswer = { rules: stored.rules, problems: [...problems, ...stored.problems], passedOver };
    return json(201, answer);
  });
}

export function PATCH(request: Request): Promise<Response> {
  return respond(request, 'PATCH /api/rules', async (principal, nameSubject) => {
    const { ids, on } = await body(request, rulesPatch, RULE_BODY_BYTES);
    const changed = await changeManyRules(ids, on, nameOf(principal));
    nameSubject(`${changed} rules, ${on ? 'on' : 'off'}`);
    return { changed };
  });
}
