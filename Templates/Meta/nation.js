// A country's two letters, also from its three: each is here as both, in that order.
const nation = (given) => {
  const name = letters(given);
  if (name === 'uk' || name === 'unitedkingdom') return 'gb';
  if (name.indexOf('unitedstates') === 0) return 'us';
  if (name.match('^[a-z]{2}$')) return name;
  const known = ' autat belbe bgrbg hrvhr cypcy czecz dnkdk estee finfi frafr deude grcgr hunhu irlie itait lvalv ltult luxlu mltmt nldnl polpl prtpt rouro svksk svnsi espes swese gbrgb norno chech islis lieli turtr ukrua srbrs bihba albal mdamd rusru usaus canca mexmx brabr argar chlcl colco perpe ecuec uryuy cricr panpa chncn jpnjp korkr indin idnid thath vnmvn mysmy sgpsg phlph hkghk twntw isril areae sausa qatqa kwtkw pakpk kazkz ausau nzlnz zafza egyeg marma ngang kenke';
  const place = known.indexOf(' ' + name);
  if (place >= 0 && name.length === 3) return known.substring(place + 4, place + 6);
};
