// A country's two letters, also from three letters or a usual name.
const nation = (given) => {
  const name = letters(given);
  const known = ' uk:gb usa:us unitedstates:us unitedstatesofamerica:us unitedkingdom:gb greatbritain:gb gbr:gb germany:de deutschland:de deu:de austria:at osterreich:at österreich:at aut:at switzerland:ch schweiz:ch che:ch france:fr fra:fr italy:it italia:it ita:it spain:es españa:es esp:es netherlands:nl nederland:nl nld:nl belgium:be bel:be luxembourg:lu lux:lu poland:pl polska:pl pol:pl denmark:dk dnk:dk sweden:se swe:se norway:no nor:no finland:fi fin:fi ireland:ie irl:ie portugal:pt prt:pt greece:gr grc:gr czechia:cz cze:cz slovakia:sk svk:sk hungary:hu hun:hu romania:ro rou:ro bulgaria:bg bgr:bg croatia:hr hrv:hr slovenia:si svn:si estonia:ee est:ee latvia:lv lva:lv lithuania:lt ltu:lt canada:ca can:ca mexico:mx mex:mx brazil:br brasil:br bra:br argentina:ar arg:ar australia:au aus:au newzealand:nz nzl:nz japan:jp jpn:jp china:cn chn:cn india:in ind:in korea:kr kor:kr turkey:tr türkiye:tr tur:tr israel:il isr:il southafrica:za zaf:za singapore:sg sgp:sg ';
  const place = known.indexOf(' ' + name + ':');
  if (name && place >= 0) return known.substring(place + name.length + 2, place + name.length + 4);
  return name.match('^[a-z]{2}$') && name;
};
