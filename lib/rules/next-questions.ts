import type { NextQuestion } from '@/lib/library';

/** Questions with which one goes on from an audit event; `NAME` stands for what was found. */
export const WHAT_ELSE_BY_USER: NextQuestion = {
  title: 'What else the user did',
  q: 'type:audit user:"NAME" | count by verb, resource, namespace, status',
};

export const WHERE_FROM: NextQuestion = {
  title: 'Where the user came from, and with what',
  q: 'type:audit user:"NAME" | count, min time, max time by src_ip, user_agent',
};

export const IN_THE_POD: NextQuestion = { title: 'What happened in the pod', q: 'pod:"NAME" | count by type, message' };

export const BY_ACCOUNT: NextQuestion = {
  title: 'What was done with the new rights',
  q: 'type:audit rbac.binding:"NAME" | count by user, verb, resource, namespace',
};

export const FROM_ADDRESS: NextQuestion = {
  title: 'What else came from the address',
  q: 'src_ip:"ADDRESS" | count by type, user, verb, resource, status',
};
