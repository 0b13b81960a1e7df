import { respond } from '../respond';
import { describeInterface } from './describe-interface';

export const dynamic = 'force-dynamic';

export function GET(): Promise<Response> {
  return respond(async () => describeInterface());
}
