// Who the visitor is. The pixel hashes what is plain; a digest goes where the pixel takes digests, so that nothing is hashed twice.
const pixelPerson = (rows, forms) => {
  const person = {};
  (rows || []).forEach((row) => {
    const given = own(filled(list(row.value)[0]));
    const name = row.name.replace('sha256_', '');
    const form = forms[name];
    if (form && given.match('^[0-9A-Fa-f]{64}$')) keep(person, form.digest, () => given.toLowerCase(), given);
    else if (form && row.name === name) keep(person, name, form.plain, given);
  });
  return person;
};
