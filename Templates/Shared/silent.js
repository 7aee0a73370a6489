// Nothing is logged.
const log = () => {};
