// The sum of price times quantity, without the noise of binary fractions; no number where one is missing.
const total = (entries) => entries && Math.round(entries.reduce((sum, entry) => sum + entry.PRICE * entry.quantity, 0) * 1000) / 1000;
