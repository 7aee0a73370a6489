// The SHA-256 digest of the normalised text; a digest passes, so that nothing is hashed twice.
const hash = (normalise) => (value) => {
  const given = text(value);
  if (!given) return undefined;
  if (given.match('^[0-9A-Fa-f]{64}$')) return given.toLowerCase();
  const normal = normalise(given);
  return normal ? sha256Sync(normal, {outputEncoding: 'hex'}) : undefined;
};
