import { spawn } from 'node:child_process';
import { PlainError } from './plain-error.mjs';
import { ROOT } from './project.mjs';

const OUTPUT_CHARACTERS_KEPT = 20_000;

/**
 * Runs a program in the project's folder. Its output is kept back, and is part of the error when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, signal?: AbortSignal, show?: boolean }} options `env` goes over our own;
 * `show` lets the output through instead
 * @returns {Promise<string>} what it wrote
 */
export function run(command, args, { env = {}, signal, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: command.endsWith('.cmd'),
      signal,
    });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-OUTPUT_CHARACTERS_KEPT);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', reject);
    child.once('close', (code, killer) => {
      if (code === 0) resolve(output);
      else
        reject(
          new PlainError(`${output.trim()}\n"${[command, ...args].join(' ')}" ended with ${killer ?? `code ${code}`}.`),
        );
    });
  });
}
