// A state: the two letters of one of the USA or Canada, the squeezed name of another.
const region = (given) => {
  const name = letters(given);
  const known = ' alabama:al alaska:ak arizona:az arkansas:ar california:ca colorado:co connecticut:ct delaware:de districtofcolumbia:dc florida:fl georgia:ga hawaii:hi idaho:id illinois:il indiana:in iowa:ia kansas:ks kentucky:ky louisiana:la maine:me maryland:md massachusetts:ma michigan:mi minnesota:mn mississippi:ms missouri:mo montana:mt nebraska:ne nevada:nv newhampshire:nh newjersey:nj newmexico:nm newyork:ny northcarolina:nc northdakota:nd ohio:oh oklahoma:ok oregon:or pennsylvania:pa rhodeisland:ri southcarolina:sc southdakota:sd tennessee:tn texas:tx utah:ut vermont:vt virginia:va washington:wa westvirginia:wv wisconsin:wi wyoming:wy alberta:ab britishcolumbia:bc manitoba:mb newbrunswick:nb newfoundlandandlabrador:nl novascotia:ns ontario:on princeedwardisland:pe quebec:qc saskatchewan:sk yukon:yt ';
  const place = known.indexOf(' ' + name + ':');
  return place < 0 || !name ? name : known.substring(place + name.length + 2, place + name.length + 4);
};
