import { connect, type Visit, visit } from '../happenings';
import type { Random } from '../random';
import { type Scene, timesOf } from '../scene';
import { HOUR, visitors } from '../week';
import { podEnd, writeDnsQuery, writePino, writeSpring, writeZap } from '../writers';
import type { Routine } from './routine';

const BROWSERS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:139.0) Gecko/20100101 Firefox/139.0',
];
const PRODUCTS = ['lamp', 'kettle', 'rug', 'shelf', 'mirror', 'vase', 'clock', 'stool'];

/** People who buy: through the ingress to the shop, from there to cart, orders and the service that renders documents. */
export const shopVisitors: Routine = {
  name: 'shop-visitors',
  hour(scene, from) {
    for (let left = timesOf(scene, 46 * visitors(from)); left > 0; left -= 1)
      step(scene, from + scene.random.below(HOUR));
  },
};

type Step = (scene: Scene, at: number, base: Base) => void;
type Base = Pick<Visit, 'at' | 'client' | 'agent' | 'referer'>;

function step(scene: Scene, at: number): void {
  const { random, cluster } = scene;
  const referer = `https://www.${cluster.names.domain}/`;
  random.of(STEPS)(scene, at, { at, client: random.of(cluster.visitors), agent: random.of(BROWSERS), referer });
}

const STEPS: readonly Step[] = [browse, browse, browse, browse, browse, fillCart, fillCart, order, download];

function browse(scene: Scene, at: number, base: Base): void {
  const { random } = scene;
  const product = random.of(PRODUCTS);
  const path = random.chance(0.3)
    ? '/'
    : random.chance(0.3)
      ? `/search?q=${product}`
      : `/products/${product}-${random.between(10, 99)}`;
  const isGone = random.chance(0.015);
  const tookMs = random.mostlySmall(8, 420);
  const status = isGone ? 404 : 200;
  const pod = visit(scene, {
    ...base,
    method: 'GET',
    path,
    to: 'shop',
    status,
    bytes: random.between(2_400, 48_000),
    tookMs,
  });
  if (pod === null) return;
  writePino(scene, pod, at + tookMs * 900, isGone ? 'warn' : 'info', 'request completed', {
    req: { method: 'GET', url: path },
    res: { statusCode: status },
    responseTime: tookMs,
  });
}

function fillCart(scene: Scene, at: number, base: Base): void {
  const { random, cluster } = scene;
  const tookMs = random.mostlySmall(14, 300);
  const shop = visit(scene, {
    ...base,
    method: 'POST',
    path: '/cart/items',
    to: 'shop',
    status: 201,
    bytes: random.between(300, 900),
    tookMs,
  });
  if (shop === null) return;
  const cart = cluster.pod('cart', at, random);
  connect(scene, { at: at + 3000, from: podEnd(shop), to: podEnd(cart), port: 8080 });
  if (random.chance(0.3))
    connect(scene, { at: at + 5000, from: podEnd(cart), to: podEnd(cluster.pod('cache', at, random)), port: 6379 });
  writePino(scene, cart, at + 8000, 'info', 'item added', {
    cart: random.hex(12),
    product: random.of(PRODUCTS),
    quantity: random.mostlySmall(1, 6),
    responseTime: tookMs - 6,
  });
}

function order(scene: Scene, at: number, base: Base): void {
  const { random, cluster } = scene;
  const isRefused = random.chance(0.04);
  const shop = visit(scene, {
    ...base,
    method: 'POST',
    path: '/checkout',
    to: 'shop',
    status: isRefused ? 402 : 200,
    bytes: random.between(600, 2200),
    tookMs: random.mostlySmall(180, 1900),
  });
  if (shop === null) return;
  const orders = cluster.pod('orders', at, random);
  const payments = cluster.pod('payments', at, random);
  const number = `A-${random.between(100_000, 999_999)}`;
  connect(scene, { at: at + 4000, from: podEnd(shop), to: podEnd(orders), port: 8080 });
  connect(scene, { at: at + 9000, from: podEnd(orders), to: podEnd(payments), port: 8443, lastsMs: 900 });
  connect(scene, {
    at: at + 12_000,
    from: podEnd(orders),
    to: podEnd(cluster.pod('database', at, random)),
    port: 5432,
  });
  writeDnsQuery(scene, { at: at + 7000, client: orders, name: 'payments.payments.svc.cluster.local' });
  writeZap(scene, orders, at + 15_000, 'info', 'orders/place.go:88', 'order placed', {
    order: number,
    items: random.mostlySmall(1, 9),
    total: random.between(900, 48_000) / 100,
  });
  if (isRefused)
    writeSpring(
      scene,
      payments,
      at + 160_000,
      'warn',
      'c.e.payments.CardGateway',
      `Card was refused for order ${number}: insufficient funds`,
    );
  else
    writeSpring(
      scene,
      payments,
      at + 160_000,
      'info',
      'c.e.payments.CardGateway',
      `Captured payment for order ${number} in ${random.between(110, 900)} ms`,
    );
}

function download(scene: Scene, at: number, base: Base): void {
  const { random } = scene;
  const number = random.between(100_000, 999_999);
  const tookMs = random.mostlySmall(90, 1400);
  const pod = visit(scene, {
    ...base,
    method: 'GET',
    path: `/documents/invoice/${number}.pdf?template=${template(random)}`,
    to: 'documents',
    status: 200,
    bytes: random.between(38_000, 140_000),
    tookMs,
  });
  if (pod === null) return;
  writeSpring(
    scene,
    pod,
    at + tookMs * 900,
    'info',
    'c.e.documents.RenderController',
    `Rendered invoice ${number} with template '${template(random)}' in ${tookMs} ms`,
  );
}

function template(random: Random): string {
  return random.of(['standard', 'standard', 'standard', 'compact', 'gift']);
}
