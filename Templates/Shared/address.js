// A public IP address, the first of a list; private ones are left out.
const address = (value) => {
  const ip = (text(value) || '').split(',')[0].trim().toLowerCase();
  const isPrivate = ip.match('^(0|10|127|192[.]168|169[.]254|172[.](1[6-9]|2[0-9]|3[01]))[.]|^(::1?$|f[cd]|fe[89ab])');
  if (!isPrivate && ip.match('^([0-9]{1,3}[.]){3}[0-9]{1,3}$|^[0-9a-f]*:[0-9a-f:.]*$')) return ip;
};
