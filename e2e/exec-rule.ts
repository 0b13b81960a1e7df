/** A rule about commands in pods by some people, as they write it. */
export function execRule(title: string, users: readonly string[], level = 'high'): string {
  return `title: '${title}'
logsource:
  product: kubernetes
  service: audit
detection:
  selection:
    verb: create
    objectRef.subresource: exec
    user.username:
${users.map((user) => `      - ${JSON.stringify(user)}`).join('\n')}
  condition: selection
level: ${level}
`;
}

/** A line of an audit log: somebody does something to a pod, on a day at ten o'clock and so many minutes. */
export function podRequest(user: string, subresource: string, day: string, minute: number): string {
  const time = `${day}T10:${String(minute).padStart(2, '0')}:00.000000Z`;
  return JSON.stringify({
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'Metadata',
    auditID: `${day}-${user}-${subresource}-${minute}`,
    stage: 'ResponseComplete',
    requestURI: `/api/v1/namespaces/nest/pods/egg/${subresource}`,
    verb: 'create',
    user: { username: user, groups: ['system:authenticated'] },
    sourceIPs: ['10.0.0.1'],
    objectRef: { resource: 'pods', namespace: 'nest', name: 'egg', subresource, apiVersion: 'v1' },
    responseStatus: { code: 101 },
    requestReceivedTimestamp: time,
    stageTimestamp: time,
  });
}
