import { awsVpcFlow } from './aws-vpc-flow';
import { cri } from './cri';
import { dockerJson } from './docker-json';
import type { ObjectFormat, TextFormat } from './format';
import { journaldJson } from './journald-json';
import { klog } from './klog';
import { kubectlBanner } from './kubectl-banner';
import { kubectlTimestamps } from './kubectl-timestamps';
import { kubernetesAudit } from './kubernetes-audit';
import { logfmt } from './logfmt';

/** Formats read from text, most specific first: the reader asks in this order. */
export const TEXT_FORMATS: readonly TextFormat[] = [cri, kubectlTimestamps, kubectlBanner, klog, awsVpcFlow, logfmt];

/** Formats read from a JSON object, most specific first. */
export const OBJECT_FORMATS: readonly ObjectFormat[] = [dockerJson, kubernetesAudit, journaldJson];

export { Clock, type ClockHints } from './clock';
export {
  type Format,
  type FormatExample,
  type Json,
  type JsonObject,
  NOT_MINE,
  type ObjectFormat,
  READ,
  type Reading,
  type TextFormat,
} from './format';
export { plainText } from './plain-text';
export { ReadContext, type Scope } from './read-context';
