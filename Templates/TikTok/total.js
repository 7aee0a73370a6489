// The sum of price times quantity, without the noise of binary fractions.
const total = (entries) => {
  const priced = (entries || []).filter((entry) => entry.price !== undefined);
  if (priced.length) return Math.round(priced.reduce((sum, entry) => sum + entry.price * entry.quantity, 0) * 1000) / 1000;
};
