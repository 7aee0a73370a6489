// An id as it is; the words that stand for nothing are none.
const identifier = (id) => id === 'undefined' || id === 'null' ? undefined : id;
