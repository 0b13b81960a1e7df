import type { Pod } from '../cluster';
import type { Scene } from '../scene';
import { webTime } from '../week';
import { writeOutput } from './container-output';

/** A request from the internet, as the ingress controller saw it. */
export interface WebRequest {
  readonly at: number;
  readonly controller: Pod;
  readonly client: string;
  readonly method: string;
  /** With what is behind the question mark, encoded. */
  readonly path: string;
  readonly agent: string;
  readonly referer?: string;
  readonly status: number;
  readonly bytes: number;
  readonly tookMs: number;
  /** Who answered; null where no rule fits. */
  readonly upstream: { readonly pod: Pod; readonly port: number } | null;
  readonly requestBytes?: number;
}

/** A line of ingress-nginx (https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/log-format/). */
export function writeAccess(scene: Scene, request: WebRequest): void {
  const { random } = scene;
  const { at, client, method, path, status, bytes, agent, referer = '-', upstream } = request;
  const seconds = (request.tookMs / 1000).toFixed(3);
  const tail =
    upstream === null
      ? '[upstream-default-backend] [] 127.0.0.1:8181 146 0.000 404'
      : `[${upstream.pod.namespace}-${upstream.pod.app}-${upstream.port}] [] ${upstream.pod.ip}:${upstream.port} ${bytes} ${seconds} ${status}`;
  writeOutput(
    scene,
    request.controller,
    at + request.tookMs * 1000,
    `${client} - - [${webTime(at)}] "${method} ${path} HTTP/1.1" ${status} ${bytes} "${referer}" "${agent}" ${request.requestBytes ?? random.between(280, 900)} ${seconds} ${tail} ${random.hex(32)}`,
  );
}
