// The SHA-256 digest of the normalised text. A digest passes, so that nothing is hashed twice; without a normal form nothing else does.
const hash = (normalise) => (value) => {
  const given = text(value);
  if (!given) return;
  if (given.match('^[0-9A-Fa-f]{64}$')) return given.toLowerCase();
  const normal = normalise && normalise(given);
  if (normal) return sha256Sync(normal, {outputEncoding: 'hex'});
};
