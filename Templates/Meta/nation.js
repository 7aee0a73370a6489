// A country's two letters, also from its three: behind them, or among them, the two stand in capitals.
const nation = (given) => {
  const name = letters(given);
  if (name === 'uk' || name === 'unitedkingdom') return 'gb';
  if (name.indexOf('unitedstates') === 0) return 'us';
  if (name.match('^[a-z]{2}$')) return name;
  if (name.length === 3) return capitals(' AuT BEl BGr HRv CYp CZe DnK estEE FIn FRa DEu GRc HUn irlIE ITa LVa LTu LUx MlT NLd PoL PrT ROu SvK svnSI ESp SwE GBr NOr CHe ISl LIe TuR ukrUA srbRS bihBA ALb MDa RUs USa CAn MeX BRa ARg ChL COl PEr ECu UrY CRi PAn ChN JPn KoR INd IDn THa VNm MYs SGp PHl HKg TWn isrIL ArE SAu QAt KWt PaK KaZ AUs NZl ZAf EGy MAr NGa KEn', ' ' + name);
};
