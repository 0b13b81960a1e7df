/** Where images come from that name no registry. */
const DEFAULT_REGISTRY = 'docker.io';

/** An image without its tag and digest: `registry.example/shop/web`. Hub images get their full name. */
export function repositoryOf(image: string): string {
  const [named = ''] = image.toLowerCase().split('@');
  const colon = named.lastIndexOf(':');
  const name = colon > named.lastIndexOf('/') ? named.slice(0, colon) : named;
  const [first = '', ...rest] = name.split('/');
  if (rest.length === 0) return `${DEFAULT_REGISTRY}/library/${first}`;
  return /[.:]|^localhost$/.test(first) ? name : `${DEFAULT_REGISTRY}/${name}`;
}

/** The registry of a repository. */
export function registryOf(repository: string): string {
  return repository.slice(0, Math.max(0, repository.indexOf('/')));
}
