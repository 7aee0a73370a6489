// Who the visitor is. The pixel hashes what is plain; a digest goes under a name of its own, so that nothing is hashed twice.
const pixelPerson = (rows, dial) => {
  const forms = {email: email, phone_number: dial, external_id: id};
  const person = {};
  (rows || []).forEach((row) => {
    const given = filled(list(row.value)[0]) || '';
    const bare = row.name.replace('sha256_', '');
    if (given.match('^[0-9A-Fa-f]{64}$')) {
      keep(person, bare === 'external_id' ? bare : 'sha256_' + bare, () => given.toLowerCase(), given);
    } else if (row.name === bare && forms[bare]) {
      keep(person, bare, forms[bare], given);
    }
  });
  return person;
};
