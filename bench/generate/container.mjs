import { WeekClock } from './clock.mjs';
import { isPlanted, NEEDLES } from './needles.mjs';
import { skewed } from './skewed.mjs';

const NEEDLE_EVERY = 625_000;
const PATHS = skewed(
  ['/api/cart', '/healthz', '/api/items', '/login', '/api/search', '/metrics', '/pay', '/img/logo.svg'],
  0.8,
);
const STATUSES = skewed([200, 304, 404, 503, 401, 500], 1.6);

/** Each as often as its number says, out of 100. */
const CONTENTS = [
  [40, json],
  [20, klog],
  [15, logfmt],
  [15, access],
  [10, plain],
];

/** Lines of container logs as containerd writes them (CRI), about 150 B each: JSON, klog, logfmt, access log or plain text inside. */
export function containerLines(cluster, random, count) {
  const clock = new WeekClock(count);
  return (index) => {
    const at = clock.next(random);
    const pod = cluster.pod(random);
    const planted = isPlanted(index, NEEDLE_EVERY);
    const content = planted
      ? `connecting to ${NEEDLES.text}:3333 from ${NEEDLES.address} worker=${random.hex(6)}`
      : contentOf(random)({ pod, cluster, random, at, clock });
    const stream = random.chance(0.12) ? 'stderr' : 'stdout';
    return `${clock.text(at, 9, random)} ${stream} F ${content}`;
  };
}

function contentOf(random) {
  let left = random.below(100);
  for (const [share, content] of CONTENTS) {
    left -= share;
    if (left < 0) return content;
  }
  return plain;
}

function level(random) {
  const draw = random.below(100);
  return draw < 88 ? 'info' : draw < 96 ? 'warn' : 'error';
}

function json({ random }) {
  return `{"level":"${level(random)}","msg":"request served","path":"${PATHS(random)}","status":${STATUSES(random)},"took":${random.small(3000)},"trace":"${random.hex(16)}","user":${random.below(90_000)}}`;
}

function klog({ pod, random, at }) {
  const date = new Date(at);
  const two = (value) => String(value).padStart(2, '0');
  const letter = { info: 'I', warn: 'W', error: 'E' }[level(random)];
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}.${String(random.below(1e6)).padStart(6, '0')}`;
  const day = `${two(date.getUTCMonth() + 1)}${two(date.getUTCDate())}`;
  return `${letter}${day} ${time}       1 sync.go:${random.below(900)}] "Synced" object="${pod.namespace}/${pod.workload.name}" took="${random.small(900)}ms" generation=${random.small(900)}`;
}

function logfmt({ pod, random }) {
  return `level=${level(random)} caller=serve.go:${random.below(400)} msg="job finished" job=${random.hex(8)} items=${random.small(500)} queue=${pod.workload.name} duration=${random.small(4000)}ms`;
}

function access({ cluster, random }) {
  return `${cluster.outsider(random)} - "${random.chance(0.85) ? 'GET' : 'POST'} ${PATHS(random)}?id=${random.below(1e6)} HTTP/1.1" ${STATUSES(random)} ${random.small(60_000)} "Mozilla/5.0 (X11; Linux x86_64)" ${random.small(900)}ms`;
}

function plain({ pod, random, at, clock }) {
  const time = clock.text(at, 3, random).replace('T', ' ').slice(0, -1);
  return `${time} ${level(random).toUpperCase()} [worker-${random.below(16)}] ${pod.workload.name}.Batch - ${random.below(900_000)} done in ${random.small(900)} ms, ${random.below(40)} left`;
}
