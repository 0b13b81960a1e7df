/**
 * The address of a request with a path that can be decoded. An escape that means nothing (`%`, `%E0%A4%A`) is taken for the
 * letters that it is made of: then nothing has that name and whoever asks is told so, where Next would fail at decoding it.
 * @param {string} url path and query, as in the first line of the request
 */
export function withReadablePath(url) {
  const end = url.search(/[?#]/);
  const path = end === -1 ? url : url.slice(0, end);
  return path.split('/').map(readable).join('/') + url.slice(path.length);
}

function readable(segment) {
  try {
    decodeURIComponent(segment);
    return segment;
  } catch {
    return segment.replaceAll('%', '%25');
  }
}
