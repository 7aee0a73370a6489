// The first public IP address of a list: IPv4 outside the private ranges, or IPv6 of the global range 2000::/3.
// Proxies write ports, brackets and quotes around it, and IPv4 as ::ffff:192.0.2.1 or ::ffff:c000:201: only the address is kept.
const address = (value) => text(value).split(',').map((hop) => {
  const found = hop.trim().match('^"?\\[?(::[Ff]{4}:)?([0-9]+[.][0-9.]+|[0-9A-Fa-f:]+)(\\]?:[0-9]+|\\])?"?$') || ['', '', ''];
  if (!found[1] || found[2].indexOf(':') < 0) return found[2];
  return found[2].split(':').map((half) => Math.floor(('0x' + half) / 256) + '.' + ('0x' + half) % 256).join('.');
}).filter((ip) => {
  const isOther = ip.match('^(0|10|127|22[4-9]|2[3-5][0-9]|100[.](6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])|169[.]254|172[.](1[6-9]|2[0-9]|3[01])|192[.]168)[.]|[.]$|::[^,]*::|:::|[^:]:$');
  return !isOther && ip.match('^(([1-9]?[0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])([.]|$)){4}$|^[23][0-9A-Fa-f]{3}(:[0-9A-Fa-f]{0,4}){2,7}$') && ip.match('[.]|::|(:[^:]*){7}');
})[0];
