import type { LogEvent } from '@/lib/events';
import { type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';
import { arrayOf, cut, integerOf, numberOf, objectOf, textOf } from './json-value';

const ARGUMENTS_MAX = 32;

export const tracee: ObjectFormat = {
  name: 'tracee',
  title: 'Tracee',
  about:
    'Calls and detected behaviour of processes, with container and pod; a detection says what it is in its metadata.',
  source: 'https://aquasecurity.github.io/tracee/latest/docs/outputs/event-structure/',
  type: 'node',
  reads: 'object',
  read(object, event, context) {
    const name = textOf(object.eventName);
    const program = textOf(object.processName);
    if (name === null || program === null || !Array.isArray(object.args)) return NOT_MINE;
    if (object.hostProcessId === undefined && object.threadId === undefined) return NOT_MINE;
    event.type = 'node';
    event.component = 'tracee';
    readPlace(object, event);
    event.pid = integerOf(object.hostProcessId) ?? integerOf(object.processId);
    event.setAttribute('event', cut(name));
    event.setAttribute('process', cut(program));
    event.setAttribute('executable', textOf(objectOf(object.executable)?.path));
    readArguments(object, event);
    const metadata = objectOf(object.metadata);
    // Signatures tell how bad their finding is, from 0 to 3; calls tell nothing.
    const danger = numberOf(objectOf(metadata?.Properties)?.Severity);
    event.severity = danger === null ? 'info' : danger >= 3 ? 'error' : danger >= 1 ? 'warning' : 'notice';
    event.reason = textOf(metadata?.Description) === null ? null : cut(textOf(metadata?.Description) ?? '');
    event.message = cut(`${program} ${name}${argumentsOf(object)}`);
    readJsonRecord(withoutRead(object), event, context);
    return READ;
  },
  examples: [
    {
      text: '{"timestamp":1714979289123456789,"processId":12,"threadId":12,"hostProcessId":4711,"userId":0,"processName":"bash","executable":{"path":"/bin/bash"},"hostName":"cart-0","container":{"id":"0a1b","name":"cart","image":"registry.example/cart:1"},"kubernetes":{"podName":"cart-0","podNamespace":"shop"},"eventName":"execve","argsNum":1,"returnValue":0,"args":[{"name":"pathname","type":"const char*","value":"/bin/id"}]}',
      event: {
        type: 'node',
        severity: 'info',
        pid: 4711,
        namespace: 'shop',
        pod: 'cart-0',
        container: 'cart',
        image: 'registry.example/cart:1',
        message: 'bash execve pathname=/bin/id',
      },
    },
    {
      text: '{"timestamp":1714979289123456789,"threadId":12,"processName":"sh","eventName":"anti_debugging","args":[],"metadata":{"Description":"a process traces itself","Properties":{"Severity":1}}}',
      event: { severity: 'warning', reason: 'a process traces itself', message: 'sh anti_debugging' },
    },
    { text: '{"eventName":"DescribeCluster","eventSource":"eks.example"}', event: null },
    { text: '{"eventName":"open","processName":"cart","args":[]}', event: null },
  ],
};

function readPlace(object: JsonObject, event: LogEvent): void {
  const pod = objectOf(object.kubernetes);
  const container = objectOf(object.container);
  event.namespace = textOf(pod?.podNamespace);
  event.pod = textOf(pod?.podName);
  event.container = textOf(container?.name);
  event.image = textOf(container?.image);
}

function readArguments(object: JsonObject, event: LogEvent): void {
  for (const argument of arrayOf(object.args).slice(0, ARGUMENTS_MAX)) {
    const { name, value } = objectOf(argument) ?? {};
    if (typeof name !== 'string' || value === undefined || value === null) continue;
    event.setAttribute(`args.${name.slice(0, 64)}`, cut(typeof value === 'string' ? value : JSON.stringify(value)));
  }
}

function argumentsOf(object: JsonObject): string {
  const texts = arrayOf(object.args)
    .slice(0, ARGUMENTS_MAX)
    .map((argument) => objectOf(argument))
    .filter((argument) => typeof argument?.value === 'string' && argument.value !== '')
    .map((argument) => `${textOf(argument?.name) ?? '?'}=${textOf(argument?.value)}`);
  return texts.length === 0 ? '' : ` ${texts.join(' ')}`;
}

function withoutRead(object: JsonObject): JsonObject {
  const { args: _args, container: _container, kubernetes: _kubernetes, metadata: _metadata, ...rest } = object;
  return rest;
}
