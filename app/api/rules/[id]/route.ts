import { nameOf } from '@/lib/auth';
import { rulePatch } from '@/lib/interface';
import { changeRule, deleteRule, readRule } from '@/lib/store';
import { body, type IdContext, respond } from '../../respond';
import { RULE_BODY_BYTES } from '../rule-request';

export const dynamic = 'force-dynamic';

export function GET(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'GET /api/rules/{id}', async () => readRule((await params).id, request.signal));
}

/** Answers with the rule as it is afterwards. */
export function PATCH(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'PATCH /api/rules/{id}', async (principal, nameSubject) => {
    const patch = await body(request, rulePatch, RULE_BODY_BYTES);
    const rule = await changeRule((await params).id, patch, nameOf(principal));
    nameSubject(rule.title);
    return rule;
  });
}

export function DELETE(request: Request, { params }: IdContext): Promise<Response> {
  return respond(request, 'DELETE /api/rules/{id}', async (_principal, nameSubject) => {
    const { title, deletedFindings } = await deleteRule((await params).id);
    nameSubject(title);
    return { deletedFindings };
  });
}
