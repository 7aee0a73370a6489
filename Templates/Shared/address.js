// A public IP address, the first of a list: IPv4 outside the private ranges, or IPv6 of the global range 2000::/3.
const address = (value) => {
  const ip = (text(value) || '').split(',')[0].trim();
  const isPublic = !ip.match('^(0|10|127|100[.](6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])|169[.]254|172[.](1[6-9]|2[0-9]|3[01])|192[.]168)[.]|[.]$');
  if (isPublic && ip.match('^(([1-9]?[0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])([.]|$)){4}$|^[23][0-9A-Fa-f]{3}(:[0-9A-Fa-f]{0,4}){2,7}$')) return ip;
};
