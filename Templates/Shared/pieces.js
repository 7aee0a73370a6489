// How many pieces the contents are.
const pieces = (entries) => entries && entries.reduce((sum, entry) => sum + entry.quantity * 1, 0);
