import { measureCost } from './cost.mjs';
import { loadDetectionCode } from './detection-code.mjs';
import { evaluateDetectors } from './evaluate.mjs';
import { evaluateSpikes } from './spikes.mjs';

/**
 * Says how good the detectors are on traffic of our own making with attacks in it, and what they cost, in the tables that the
 * documents have.
 * @param {{ seed: string, say: (message: string) => void }} options
 */
export async function benchDetections({ seed, say }) {
  const code = await loadDetectionCode();
  say(`\n${describeFound([...evaluateDetectors(code, { seed, say }), ...evaluateSpikes(code, { seed })])}\n`);
  say(`\n${describeCost(measureCost(code, { seed, say }))}`);
}

function describeFound(found) {
  return [
    '| noise | detector | planted | found | recall | findings | wrong | precision |',
    '|---|---|---:|---:|---:|---:|---:|---:|',
    ...found.map(
      ({ noise, detector, planted, hit, findings, wrong }) =>
        `| ${noise} | ${detector} | ${planted} | ${hit} | ${share(hit, planted)} | ${findings} | ${wrong} | ${share(findings - wrong, findings)} |`,
    ),
  ].join('\n');
}

function describeCost(cost) {
  return [
    '| segment of 250,000 | CPU µs an event | keys | cells | 10 of them, a week each: merged, s | detectors, s |',
    '|---|---:|---:|---:|---:|---:|',
    ...cost.map(
      ({ kind, microseconds, keys, cells, merge, detect }) =>
        `| ${kind} | ${microseconds.toFixed(2)} | ${keys} | ${cells} | ${merge.toFixed(1)} | ${detect.toFixed(1)} |`,
    ),
  ].join('\n');
}

function share(part, whole) {
  return whole === 0 ? '' : (part / whole).toFixed(2);
}
