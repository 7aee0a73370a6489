// A state: of the USA and Canada the two letters that its name has in capitals here, of others the squeezed name.
const region = (given) => {
  const name = letters(given).replace('québec', 'quebec');
  const known = ' ALabama AlasKa AriZona ARkansas CAlifornia COlorado ConnecticuT DElaware DistrictofColumbia FLorida GeorgiA HawaiI IDaho ILlinois INdiana IowA KansaS KentuckY LouisianA MainE MarylanD MAssachusetts MIchigan MiNnesota MiSsissippi MissOuri MonTana NEbraska NeVada NewHampshire NewJersey NewMexico NewYork NorthCarolina NorthDakota OHio OKlahoma ORegon PennsylvaniA RhodeIsland SouthCarolina SouthDakota TeNnessee TeXas UTah VermonT VirginiA WAshington WestVirginia WIsconsin WYoming AlBerta BritishColumbia ManitoBa NewBrunswick NewfoundLandandlabrador NorthwestTerritories NovaScotia NUnavut ONtario PrinceEdwardisland QuebeC SasKatchewan YukonTerritory ';
  return capitals(known, ' ' + (name === 'yukon' ? 'yukonterritory' : name) + ' ') || name;
};
