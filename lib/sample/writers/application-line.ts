import type { Pod } from '../cluster';
import type { Scene } from '../scene';
import { isoTime, SECOND } from '../week';
import { writeOutput } from './container-output';

type Level = 'info' | 'warn' | 'error';

const PINO = { info: 30, warn: 40, error: 50 } as const;

/** Node.js with pino. `fields` go beside the message. */
export function writePino(
  scene: Scene,
  pod: Pod,
  at: number,
  level: Level,
  message: string,
  fields: Readonly<Record<string, unknown>> = {},
): void {
  const record = {
    level: PINO[level],
    time: Math.floor(at / 1000),
    pid: 1,
    hostname: pod.name,
    ...fields,
    msg: message,
  };
  writeOutput(scene, pod, at, JSON.stringify(record));
}

/** Go with zap. */
export function writeZap(
  scene: Scene,
  pod: Pod,
  at: number,
  level: Level,
  caller: string,
  message: string,
  fields: Readonly<Record<string, unknown>> = {},
): void {
  writeOutput(
    scene,
    pod,
    at,
    JSON.stringify({ level, ts: isoTime(at, 3), caller, msg: message, ...fields }),
    level === 'error' ? 'stderr' : 'stdout',
  );
}

const SPRING = { info: ' INFO', warn: ' WARN', error: 'ERROR' } as const;

/** Java with Spring Boot; further lines of the message are a stack trace. */
export function writeSpring(scene: Scene, pod: Pod, at: number, level: Level, logger: string, message: string): void {
  const thread = `nio-8080-exec-${1 + (Math.floor(at / SECOND) % 10)}`;
  writeOutput(
    scene,
    pod,
    at,
    `${isoTime(at, 3)} ${SPRING[level]} 1 --- [${thread.padStart(15)}] ${logger.padEnd(40)} : ${message}`,
  );
}

/** Python's logging with its usual format. */
export function writePython(
  scene: Scene,
  pod: Pod,
  at: number,
  level: 'INFO' | 'WARNING' | 'ERROR',
  logger: string,
  message: string,
): void {
  const time = isoTime(at, 3).slice(0, -1).replace('T', ' ').replace('.', ',');
  writeOutput(scene, pod, at, `${time} ${level} [${logger}] ${message}`, 'stderr');
}

/** PostgreSQL with its image's settings. */
export function writePostgres(scene: Scene, pod: Pod, at: number, pid: number, text: string): void {
  writeOutput(scene, pod, at, `${isoTime(at, 3).slice(0, -1).replace('T', ' ')} UTC [${pid}] ${text}`, 'stderr');
}
