import { HOUR } from '../week';
import { writeKlog } from '../writers';
import type { Routine } from './routine';

/** A certificate that nobody renews: an aggregated API's client warns, and the API server refuses an old exporter once an hour. */
export const expiringCertificate: Routine = {
  name: 'expiring-certificate',
  hour(scene, from) {
    const { cluster, random } = scene;
    const at = from + 17 * 60_000_000 + random.below(HOUR / 12);
    writeKlog(
      scene,
      cluster.pod('metrics', at, random),
      at,
      'W',
      'dynamic_serving_content.go:133',
      '"Serving certificate expires soon" name="serving-cert::/tmp/apiserver.crt::/tmp/apiserver.key" expires="2025-06-14 09:00:00 +0000 UTC"',
    );
    writeKlog(
      scene,
      cluster.pod('apiserver', at, random),
      at + 9_000_000,
      'E',
      'authentication.go:74',
      `"Unable to authenticate the request" err="[x509: certificate has expired or is not yet valid: current time ${new Date(at / 1000).toISOString().slice(0, 19)}Z is after 2025-05-31T22:00:00Z, verifying certificate SN=${random.between(1e8, 9e8)}, SKID=, AKID= failed: x509: certificate has expired or is not yet valid]"`,
    );
  },
};
