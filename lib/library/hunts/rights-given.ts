import { request } from '../example-request';
import { WITH_OWN_WILL } from '../identities';
import type { ReadyHunt } from '../ready-hunt';

const CHANGES = `verb:(create or update or patch) not status>=400 ${WITH_OWN_WILL}`;
const BINDINGS = ['rolebindings', 'clusterrolebindings'];
const ROLES = ['roles', 'clusterroles'];

export const rightsGiven: ReadyHunt = {
  name: 'rights-given',
  title: 'Rights given away',
  hypothesis: 'Somebody gives himself, an account of his, or everybody more rights than anybody needs.',
  type: 'audit',
  tactics: ['Privilege Escalation', 'Persistence'],
  techniques: ['T1098.006', 'T1078.001'],
  lookFor:
    'A binding to cluster-admin or to all users; a role with a star, or with escalate, bind or impersonate; above all an account of a workload that changes roles. Look at who the subject is, and whether it was made just before.',
  falsePositives: 'Installers and Helm charts of platform tools, which ask for more than they need.',
  next: [
    { title: 'What the new account did', q: 'type:audit user:"NAME" | count by verb, resource, namespace, status' },
    { title: 'Who made the account', q: 'type:audit verb:create resource:serviceaccounts name:"NAME"' },
    {
      title: 'What was deployed right afterwards',
      q: 'type:audit verb:create resource:(pods or daemonsets or cronjobs)',
    },
  ],
  steps: [
    {
      title: 'Bindings to roles that may do everything',
      types: ['audit'],
      q: String.raw`type:audit resource:(rolebindings or clusterrolebindings) ${CHANGES} binding.role:/\/(cluster-admin|admin|system:masters|system:kube-controller-manager|system:kube-scheduler|system:node)$/ | count by user, resource, name, binding.role, binding.subjects`,
      needs: { bodiesOf: BINDINGS },
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [
        request(
          { user: 'ann', verb: 'create', resource: 'clusterrolebindings', status: 201 },
          { 'binding.role': 'ClusterRole/cluster-admin' },
        ),
      ],
      misses: [
        request(
          { user: 'ann', verb: 'create', resource: 'rolebindings', status: 201 },
          { 'binding.role': 'ClusterRole/view' },
        ),
        request(
          { user: 'ann', verb: 'create', resource: 'clusterrolebindings', status: 403 },
          { 'binding.role': 'ClusterRole/cluster-admin' },
        ),
      ],
    },
    {
      title: 'Bindings to everybody, or to whoever has no name',
      types: ['audit'],
      q: `type:audit resource:(rolebindings or clusterrolebindings) ${CHANGES} binding.subjects:/system:(anonymous|unauthenticated|authenticated|serviceaccounts)(,|$)/ | count by user, resource, name, binding.role, binding.subjects`,
      needs: { bodiesOf: BINDINGS },
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        request(
          { user: 'ann', verb: 'create', resource: 'clusterrolebindings', status: 201 },
          { 'binding.role': 'ClusterRole/view', 'binding.subjects': 'User:system:anonymous' },
        ),
      ],
      misses: [
        request(
          { user: 'ann', verb: 'create', resource: 'rolebindings', status: 201 },
          { 'binding.role': 'ClusterRole/view', 'binding.subjects': 'Group:system:serviceaccounts:shop' },
        ),
      ],
    },
    {
      title: 'Roles with a star, or that may widen themselves',
      types: ['audit'],
      q: String.raw`type:audit resource:(roles or clusterroles) ${CHANGES} (role.wildcardVerbs:true or role.wildcardResources:true or role.verbs:/(^|,)(escalate|bind|impersonate)(,|$)/ or role.resources:/(^|,)(pods\/exec|nodes\/proxy|serviceaccounts\/token)(,|$)/) | count by user, resource, name, role.verbs, role.resources`,
      needs: { bodiesOf: ROLES },
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [
        request(
          { user: 'ann', verb: 'create', resource: 'clusterroles', status: 201 },
          { 'role.verbs': '*', 'role.wildcardVerbs': true },
        ),
        request(
          { user: 'ann', verb: 'patch', resource: 'roles', status: 200 },
          { 'role.verbs': 'get,escalate', 'role.resources': 'roles' },
        ),
      ],
      misses: [
        request(
          { user: 'ann', verb: 'create', resource: 'roles', status: 201 },
          { 'role.verbs': 'get,list', 'role.resources': 'pods' },
        ),
      ],
    },
    {
      title: 'Accounts of workloads that change roles and bindings',
      types: ['audit'],
      q: String.raw`type:audit resource:(roles or clusterroles or rolebindings or clusterrolebindings) verb:(create or update or patch or delete or deletecollection) user:system\:serviceaccount\:* ${WITH_OWN_WILL} | count by user, verb, resource, name, status`,
      onSample: { lastDay: 0, quietDays: 0 },
      hits: [request({ user: 'system:serviceaccount:shop:web', verb: 'create', resource: 'rolebindings' })],
      misses: [
        request({
          user: 'system:serviceaccount:kube-system:clusterrole-aggregation-controller',
          verb: 'patch',
          resource: 'clusterroles',
        }),
      ],
    },
    {
      title: 'All changes of roles and bindings, whatever the level of the audit',
      types: ['audit'],
      q: `type:audit resource:(roles or clusterroles or rolebindings or clusterrolebindings) verb:(create or update or patch or delete or deletecollection) ${WITH_OWN_WILL} | count by user, verb, resource, name, status`,
      onSample: { lastDay: 1, quietDays: 0 },
      hits: [request({ user: 'ann', verb: 'delete', resource: 'clusterroles' })],
      misses: [request({ user: 'ann', verb: 'list', resource: 'clusterroles' })],
    },
  ],
};
