/** A question that a hunter asks, and the query that answers it as it stands. */
export interface HuntingQuestion {
  readonly asks: string;
  readonly query: string;
  /** What to do or to know besides. */
  readonly note?: string;
}

export interface QuestionGroup {
  readonly title: string;
  readonly questions: readonly HuntingQuestion[];
}

/** Twenty questions for the five types of log; `docs/questions.md` says the same, which a test holds. */
export const HUNTING_QUESTIONS: readonly QuestionGroup[] = [
  {
    title: 'Applications',
    questions: [
      {
        asks: 'Which workloads log errors, and when?',
        query: 'type:application severity>=error | timeline 1h by namespace, pod',
      },
      {
        asks: 'What crashes?',
        query: 'type:application (panic or exception or traceback) | count by namespace, pod, container',
      },
      {
        asks: 'Which requests are slow?',
        query:
          'type:(application or network) path:* | count, p50 duration, p95 duration, max duration by path | where count>=5 | sort -p95_duration_ms',
        note: 'Without the where, paths that were asked for once come first.',
      },
    ],
  },
  {
    title: 'Nodes',
    questions: [
      {
        asks: 'Where did memory run out?',
        query: '"out of memory" or "oom-kill" or OOMKilled or OOMKilling | count by type, node, namespace, pod',
        note: 'The kernel, the container runtime and the API server each say it in their own words.',
      },
      {
        asks: 'Who failed to log in over SSH, and from where?',
        query: 'type:node ("failed password" or "authentication failure" or "invalid user") | count by src_ip, user',
      },
      { asks: 'Who used sudo on which machine?', query: 'type:node component:sudo | count by node, user' },
    ],
  },
  {
    title: 'Control plane',
    questions: [
      {
        asks: 'Why do pods not start?',
        query:
          'type:control-plane reason:(FailedScheduling or FailedMount or BackOff or Failed or Unhealthy) | count by reason, namespace, pod',
      },
      {
        asks: 'Which part of the control plane is in trouble, and when?',
        query: 'type:control-plane severity>=error | timeline by component',
      },
      {
        asks: 'Which images were never seen before?',
        query: 'image:* | new image vs 30d',
        note: 'Choose a time range: it is compared with what was there before it.',
      },
    ],
  },
  {
    title: 'Audit',
    questions: [
      {
        asks: 'Who was refused what?',
        query: 'type:audit status:(401 or 403) | count by user, verb, resource',
      },
      {
        asks: 'Who went into a pod?',
        query:
          'type:audit subresource:(exec or attach or portforward) | fields time, user, namespace, name, src_ip, status',
      },
      {
        asks: 'Which service accounts read secrets?',
        query:
          'type:audit resource:secrets verb:(get or list or watch) user:system\\:serviceaccount\\:* | count by user, namespace, name',
      },
      { asks: 'Which clients are rare?', query: 'type:audit | rare user_agent' },
      {
        asks: 'Who did something for the first time?',
        query: 'type:audit | new user, verb, resource vs 7d',
        note: 'Choose a time range: it is compared with the seven days before it.',
      },
      {
        asks: 'Who asked for a pod that can leave its container?',
        query:
          'type:audit (pod.privileged:true or pod.hostNetwork:true or pod.hostPID:true or pod.hostPaths:*) | fields time, user, namespace, name, status',
      },
      {
        asks: 'Who changed roles and bindings?',
        query:
          'type:audit resource:(roles or clusterroles or rolebindings or clusterrolebindings) -verb:(get or list or watch) | count by user, verb, resource, name',
      },
    ],
  },
  {
    title: 'Network, and across all lanes',
    questions: [
      {
        asks: 'Which flows were denied, between whom?',
        query:
          'type:network verdict:(dropped or denied or deny or reject or block) | count by src_ip, src_pod, dst_ip, dst_pod, dst_port',
      },
      {
        asks: 'Who sent the most to whom?',
        query: 'type:network bytes:* | sum bytes, count by src_ip, dst_ip | sort -sum_bytes',
      },
      {
        asks: 'Which DNS names do not exist and are asked for all the same?',
        query: 'type:network verdict:nxdomain | count, distinct src_ip by host',
      },
      {
        asks: 'What else did this address do, in every lane?',
        query: 'src_ip:203.0.113.9 | count by type, user, verb, dst_ip, dst_port',
        note: 'Put in the address that you found; a click on a row shows its events.',
      },
    ],
  },
];
