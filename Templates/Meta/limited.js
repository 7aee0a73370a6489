// Limited data use, where the answer to a question is yes.
const limited = (value) => truth(value) === undefined ? undefined : truth(value) ? ['LDU'] : [];
