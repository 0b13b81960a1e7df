import { plainRefusal, textAnswer } from './answers';
import { jsonTexts } from './json-records';
import type { BatchReceiver } from './receiver';

/** Both stand near the beginning of an event, before any body that a client sent (`auditID`, then `stage`). */
const AUDIT_ID = /"auditID"\s*:\s*"([0-9a-fA-F-]{1,64})"/;
const STAGE = /"stage"\s*:\s*"([A-Za-z]{1,32})"/;
const HEAD_CHARACTERS = 1000;

/** The audit webhook backend of kube-apiserver. */
export const auditWebhook: BatchReceiver = {
  name: 'audit',
  title: 'Kubernetes audit webhook',
  about:
    'Batches of audit events, as kube-apiserver sends them with --audit-webhook-config-file. An event that was delivered twice is stored once: its auditID and stage name it.',
  source: 'https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#webhook-backend',
  flow: 'batch',
  takes: ({ method, path }) => method === 'POST' && (path === '/api/ingest/audit' || path === '/audit'),
  read: (body) => ({
    records: jsonTexts(body).map((text) => ({ text, hints: null, key: keyOf(text) })),
    answer: () => textAnswer(200, ''),
  }),
  refused: (_request, why, message) => plainRefusal(why, message),
  examples: [
    {
      path: '/api/ingest/audit',
      body: '{"kind":"EventList","apiVersion":"audit.k8s.io/v1","metadata":{},"items":[{"level":"Metadata","auditID":"0a-1","stage":"ResponseComplete","verb":"get"},{"level":"Metadata","auditID":"0a-2","stage":"Panic","verb":"list"}]}',
      records: [
        {
          text: '{"level":"Metadata","auditID":"0a-1","stage":"ResponseComplete","verb":"get"}',
          key: '0a-1 ResponseComplete',
        },
        { key: '0a-2 Panic' },
      ],
      answer: { status: 200, body: '' },
    },
    {
      path: '/api/ingest/audit',
      body: '{"kind":"EventList","apiVersion":"audit.k8s.io/v1","metadata":{},"items":null}',
      records: [],
    },
  ],
};

function keyOf(text: string): string | null {
  const head = text.slice(0, HEAD_CHARACTERS);
  const id = AUDIT_ID.exec(head)?.[1];
  const stage = STAGE.exec(head)?.[1];
  return id === undefined || stage === undefined ? null : `${id} ${stage}`;
}
