import { type JsonObject, NOT_MINE, type ObjectFormat, Several } from './format';
import { arrayOf, isObject } from './json-value';

/** A list in one record: what an audit webhook posts, or `kubectl get -o json` without line breaks. */
export const kubernetesList: ObjectFormat = {
  name: 'kubernetes-list',
  title: 'Kubernetes lists',
  about: 'A list of the API on one line, an audit webhook’s EventList above all; each item becomes an event.',
  source: 'https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/#audit-k8s-io-v1-EventList',
  type: null,
  envelope: true,
  reads: 'object',
  read(object) {
    const { kind, apiVersion } = object;
    if (typeof kind !== 'string' || !kind.endsWith('List') || object.items === undefined) return NOT_MINE;
    if (apiVersion !== undefined && typeof apiVersion !== 'string') return NOT_MINE;
    const items = arrayOf(object.items).filter(isObject);
    if (items.length === 0) return NOT_MINE;
    const itemKind = kind.slice(0, -'List'.length);
    // The items of a typed list leave out what the list says already.
    const told: JsonObject = itemKind === '' || apiVersion === undefined ? {} : { kind: itemKind, apiVersion };
    return new Several(items.map((item) => (item.kind === undefined ? { ...told, ...item } : item)));
  },
  examples: [
    {
      text: '{"kind":"EventList","apiVersion":"audit.k8s.io/v1","metadata":{},"items":[{"auditID":"1a","stage":"ResponseComplete"},{"kind":"Event","auditID":"2b","stage":"Panic"}]}',
      event: { message: '' },
      contents: [
        '{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"1a","stage":"ResponseComplete"}',
        '{"kind":"Event","auditID":"2b","stage":"Panic"}',
      ],
    },
    {
      text: '{"kind":"List","apiVersion":"v1","items":[{"kind":"Pod","metadata":{"name":"cart-0"}}]}',
      event: { message: '' },
      contents: ['{"kind":"Pod","metadata":{"name":"cart-0"}}'],
    },
    { text: '{"kind":"PodList","apiVersion":"v1","items":[]}', event: null },
    { text: '{"kind":"ShoppingList","items":["bread"]}', event: null },
  ],
};
