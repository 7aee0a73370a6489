// A digest that arrived as one; what is none is left out, never hashed.
const digest = hash(() => undefined);
