import { readRuleUpload } from '@/lib/ingest';
import { rulesUploadParameters } from '@/lib/interface';
import { parameters } from '../respond';

/** The largest body of a change to one rule: its text, with room for escapes. */
export const RULE_BODY_BYTES = 8 * 1024 * 1024;

/** The rules of a request's body. */
export function rulesOf(request: Request) {
  const { name } = parameters(request, rulesUploadParameters);
  return readRuleUpload(request.body, name, request.signal);
}
