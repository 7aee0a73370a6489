// The sum of price times quantity, without the noise of binary fractions.
const total = (entries) => {
  let sum;
  (entries || []).forEach((entry) => {
    if (entry.price !== undefined) sum = (sum || 0) + entry.price * entry.quantity;
  });
  return sum === undefined ? undefined : Math.round(sum * 1000) / 1000;
};
