// The SHA-256 digest of each text that has a normal form, once; a digest passes, so that nothing is hashed twice.
const digests = (value, normalise) => list(value).map((element) => {
  const given = filled(element);
  if (given.match('^[0-9A-Fa-f]{64}$')) return given.toLowerCase();
  const normal = normalise && normalise(given);
  return normal && sha256Sync(normal, {outputEncoding: 'hex'});
}).filter((digest, place, all) => digest && all.indexOf(digest) === place);
