import {
  readRulesAnswer,
  ruleDeletedAnswer,
  ruleDetail,
  rulePatch,
  rulesAnswer,
  rulesParameters,
  rulesPatch,
  rulesPatchAnswer,
  rulesUploadParameters,
  ruleTrialAnswer,
  ruleTrialParameters,
} from '@/lib/interface';
import type { Operation } from './operation';

/** Rules that watch: those of Trackway, and those that people bring. */
export const RULE_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/rules',
    summary:
      'The rules that pass a filter, the worst and then by title, each with why it cannot be run (`refusals`), what the data lacks for it (`missing`: it finds nothing) and what hides a part (`limits`). `contains` is a part of title, file, author, id, tag or technique in any case.',
    parameters: rulesParameters,
    answer: rulesAnswer,
  },
  {
    method: 'post',
    path: '/api/rules',
    summary:
      'Stores Sigma rules, correlations and filters: the body is YAML, or a zip, tar or tar.gz of such files. New ones are off. One that is there, by its id or else by file and title, gets the new text.',
    parameters: rulesUploadParameters,
    body: 'bytes',
    status: 201,
    answer: readRulesAnswer,
  },
  {
    method: 'patch',
    path: '/api/rules',
    summary:
      'Turns many rules on or off. Those that cannot be run stay off. `changed` is how many are not what they were.',
    body: rulesPatch,
    answer: rulesPatchAnswer,
  },
  {
    method: 'post',
    path: '/api/rules/check',
    summary: 'Says what `POST /api/rules` would make of the same body, and stores nothing.',
    parameters: rulesUploadParameters,
    body: 'bytes',
    answer: readRulesAnswer,
  },
  { method: 'get', path: '/api/rules/{id}', summary: 'All that is known of a rule.', answer: ruleDetail },
  {
    method: 'patch',
    path: '/api/rules/{id}',
    summary:
      'Turns a rule on or off, leaves events out (`exclude`, a query), or changes the text of one that people brought. What looks for something else then also looks at what is stored, unless `lookBack` is false. 409 with the reason for a rule that cannot be run.',
    body: rulePatch,
    answer: ruleDetail,
  },
  {
    method: 'delete',
    path: '/api/rules/{id}',
    summary: 'Deletes a rule that people brought, with its findings but for those that somebody judged.',
    answer: ruleDeletedAnswer,
  },
  {
    method: 'get',
    path: '/api/rules/{id}/text',
    summary: 'A rule as it was written: YAML, or the query of a built-in one.',
    answer: ['text/plain'],
  },
  {
    method: 'post',
    path: '/api/rules/{id}/trial',
    summary: 'What a rule would find among what is stored, whether it is on or off. Raises nothing.',
    body: ruleTrialParameters,
    answer: ruleTrialAnswer,
  },
  {
    method: 'post',
    path: '/api/rules/{id}/look-back',
    summary: 'Lets a rule that is on look through all that is stored, again.',
    answer: ruleDetail,
  },
  {
    method: 'delete',
    path: '/api/rules/{id}/look-back',
    summary: 'Stops that; what the rule found until then stays.',
    answer: ruleDetail,
  },
];
