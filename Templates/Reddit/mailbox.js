// An e-mail address in Reddit's form: before the @ lower-case letters and digits alone, up to the first +. Reddit's two guides
// differ in whether dots or everything else goes; of an address of letters, digits and dots both make the same.
const mailbox = (given) => {
  const parts = (email(given) || '').split('@');
  const local = chars(parts[0].split('+')[0], '[a-z0-9]');
  return local && local + '@' + parts[1];
};
