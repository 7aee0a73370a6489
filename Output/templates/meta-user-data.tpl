___INFO___

{
  "type": "MACRO",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Meta User Data",
  "description": "Who the person is, in the form that Meta Conversions API takes.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "em",
    "displayName": "E-mail",
    "simpleValueType": true,
    "help": "Comes from event data \u0027user_data.email_address\u0027."
  },
  {
    "type": "TEXT",
    "name": "em_sha256",
    "displayName": "E-mail, SHA-256",
    "simpleValueType": true,
    "help": "Comes from event data \u0027user_data.sha256_email_address\u0027."
  },
  {
    "type": "TEXT",
    "name": "ph",
    "displayName": "Phone",
    "simpleValueType": true,
    "help": "Comes from event data \u0027user_data.phone_number\u0027."
  },
  {
    "type": "TEXT",
    "name": "external_id",
    "displayName": "External id",
    "simpleValueType": true,
    "help": "Comes from event data \u0027user_id\u0027."
  },
  {
    "type": "TEXT",
    "name": "fbc",
    "displayName": "Click id",
    "simpleValueType": true,
    "help": "Comes from URL parameter \u0027fbclid\u0027."
  },
  {
    "type": "TEXT",
    "name": "fbc_2",
    "displayName": "Click id, choice 2",
    "simpleValueType": true,
    "help": "Taken where the fields above have no usable value; comes from cookie \u0027_fbc\u0027."
  },
  {
    "type": "TEXT",
    "name": "fbc_3",
    "displayName": "Click id, choice 3",
    "simpleValueType": true,
    "help": "Taken where the fields above have no usable value; comes from event data \u0027fbc\u0027."
  },
  {
    "type": "TEXT",
    "name": "fbp",
    "displayName": "Browser id",
    "simpleValueType": true,
    "help": "Comes from cookie \u0027_fbp\u0027."
  },
  {
    "type": "TEXT",
    "name": "fbp_2",
    "displayName": "Browser id, choice 2",
    "simpleValueType": true,
    "help": "Taken where the fields above have no usable value; comes from event data \u0027fbp\u0027."
  },
  {
    "type": "TEXT",
    "name": "client_ip_address",
    "displayName": "IP address",
    "simpleValueType": true,
    "help": "Comes from event data \u0027ip_override\u0027."
  },
  {
    "type": "TEXT",
    "name": "client_user_agent",
    "displayName": "User agent",
    "simpleValueType": true,
    "help": "Comes from event data \u0027user_agent\u0027."
  },
  {
    "type": "TEXT",
    "name": "fn",
    "displayName": "First name",
    "simpleValueType": true,
    "help": "Comes from event data \u0027user_data.address.first_name\u0027."
  },
  {
    "type": "TEXT",
    "name": "fn_2",
    "displayName": "First name, choice 2",
    "simpleValueType": true,
    "help": "Taken where the fields above have no usable value; comes from event data \u0027user_data.address.0.first_name\u0027."
  },
  {
    "type": "TEXT",
    "name": "ln",
    "displayName": "Last name",
    "simpleValueType": true,
    "help": "Comes from event data \u0027user_data.address.last_name\u0027."
  },
  {
    "type": "TEXT",
    "name": "ln_2",
    "displayName": "Last name, choice 2",
    "simpleValueType": true,
    "help": "Taken where the fields above have no usable value; comes from event data \u0027user_data.address.0.last_name\u0027."
  },
  {
    "type": "TEXT",
    "name": "zp",
    "displayName": "Postal code",
    "simpleValueType": true,
    "help": "Comes from event data \u0027user_data.address.postal_code\u0027."
  },
  {
    "type": "TEXT",
    "name": "zp_2",
    "displayName": "Postal code, choice 2",
    "simpleValueType": true,
    "help": "Taken where the fields above have no usable value; comes from event data \u0027user_data.address.0.postal_code\u0027."
  },
  {
    "type": "TEXT",
    "name": "ct",
    "displayName": "City",
    "simpleValueType": true,
    "help": "Comes from event data \u0027user_data.address.city\u0027."
  },
  {
    "type": "TEXT",
    "name": "ct_2",
    "displayName": "City, choice 2",
    "simpleValueType": true,
    "help": "Taken where the fields above have no usable value; comes from event data \u0027user_data.address.0.city\u0027."
  },
  {
    "type": "TEXT",
    "name": "st",
    "displayName": "State",
    "simpleValueType": true,
    "help": "Comes from event data \u0027user_data.address.region\u0027."
  },
  {
    "type": "TEXT",
    "name": "st_2",
    "displayName": "State, choice 2",
    "simpleValueType": true,
    "help": "Taken where the fields above have no usable value; comes from event data \u0027user_data.address.0.region\u0027."
  },
  {
    "type": "TEXT",
    "name": "country",
    "displayName": "Country",
    "simpleValueType": true,
    "help": "Comes from event data \u0027user_data.address.country\u0027."
  },
  {
    "type": "TEXT",
    "name": "country_2",
    "displayName": "Country, choice 2",
    "simpleValueType": true,
    "help": "Taken where the fields above have no usable value; comes from event data \u0027user_data.address.0.country\u0027."
  }
]


___SANDBOXED_JS_FOR_SERVER___

const Math = require('Math');
const getTimestampMillis = require('getTimestampMillis');
const getType = require('getType');
const sha256Sync = require('sha256Sync');

const unusable = [];
const put = (target, name, convert, candidates) => candidates.forEach((candidate) => {
  if (target[name] !== undefined || candidate == null || candidate === '') return;
  const found = convert(candidate);
  if (found != null && found !== '') target[name] = found;
  else if (unusable.indexOf(name) < 0) unusable.push(name);
});
const list = (value) => {
  const elements = [];
  if (getType(value) === 'object') for (const key in value) if (key.match('^[0-9]+$')) elements.push(value[key]);
  return elements.length ? elements : [].concat(value);
};
const text = (value) => getType(value) === 'string' || getType(value) === 'number' && value - value === 0 ? ('' + value).trim() : '';
const nothing = '^([-_]*(["\'(<[{#]*(undefined|null|nan|nil|n/a|invalid date|not[ _-](set|provided)|object [a-z]+)[\\])}>"\']*[-_.:,;/|@ ]*)+([.][a-z]+)?|\\\\n|function[ (][^|]*[}]|[(]none[)]|#(ref|value|div/0|num|null|name)[!?]|[-_.–—\u200b-\u200d\u2060]+|[#$%@!]*[{]+[^{}"]*[}]+|[[]+[a-z_][a-z0-9_ .-]*[\\]]+|<[^<>]*>|(__|%%?|##?|[$][$]?|@@?|[*]?[|])[a-z0-9_.:-]+(__|%%?|##?|[$][$]?|@@?|[|][*]?)|%[a-z]|%7b[a-z0-9%_. -]*%7d|(e3b0c442|36a9e7f1|3973e022|a683c5c5|e2f79e5b|d5b592c0|9b2d5b46|0a481a8d|b28c94b2|c9a560c7|eb045d78|b460b79e|f02dfb7d|74234e98|fb329000|fa1d2db6|34292f42|58931504|552e4230|a04159a3)[0-9a-f]{56})$';
const filled = (value) => {
  const given = text(value);
  return given.toLowerCase().match(nothing) ? '' : given;
};
const digests = (value, normalise) => list(value).map((element) => {
  const given = filled(element);
  if (given.match('^[0-9A-Fa-f]{64}$')) return given.toLowerCase();
  const normal = normalise && normalise(given);
  return normal && sha256Sync(normal, {outputEncoding: 'hex'});
}).filter((digest, place, all) => digest && all.indexOf(digest) === place);
const hashAll = (normalise) => (value) => {
  const found = digests(value, normalise);
  if (found.length) return found;
};
const spaced = (given) => given.split('').map((c) => '0123456789+--().,/'.charAt('０１２３４５６７８９＋－−（）．，／'.indexOf(c)) || c.trim() || ' ').join('');
const email = (given) => spaced(given).match('^[^@ ",:;<>()]+@[^@ ",:;<>()]*[^@ ",:;<>().]$') && given.toLowerCase();
const shared = '^(none|true|false|unknown|anonymous|guest|unset|-?infinity)$';
const own = (given) => given.toLowerCase().match(shared) ? '' : given;
const phone = (prefix, country, own) => (given) => {
  const written = spaced(given.toLowerCase()).match('^(tel:)?([-+0-9()/. \u200b-\u2015\u202a-\u202e]+)((;?ext[.=]?|x|#) *[0-9]+)?$') || ['', '', ''];
  const dialled = written[2].replace('(0)', '').split('').filter((c) => c.match('[+0-9]')).join('');
  const found = dialled.match(own);
  const foreign = dialled.match('^([+]|00)([1-9][0-9]{6,14})$');
  return found ? prefix + country + found[1] : foreign && prefix + foreign[2];
};
const reference = (given) => own(given).toLowerCase().split('').filter((c) => c.trim()).join('');
const id = (given) => given;
const composite = (value) => (text(value).match('^fb[.][0-9]+[.][0-9]{13}[.][A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)?$') || [])[0];
const fbc = (kept) => (value) => {
  const now = getTimestampMillis();
  const given = filled(list(value).slice(-1)[0]);
  const isRecent = (id) => {
    const age = now - (composite(id) || '').split('.')[2];
    return age >= 0 && age <= 7776000000;
  };
  if (given.indexOf('fb.') === 0 || kept.indexOf(value) >= 0) return isRecent(given) ? given : '';
  const same = kept.map(text).filter((id) => id.split('.')[3] === given && isRecent(id))[0];
  return given.match('^[A-Za-z0-9_-]+$') && (same || 'fb.1.' + now + '.' + given);
};
const address = (value) => text(value).split(',').map((hop) => {
  const found = hop.trim().match('^"?\\[?(::[Ff]{4}:)?([0-9]+[.][0-9.]+|[0-9A-Fa-f:]+)(\\]?:[0-9]+|\\])?"?$') || ['', '', ''];
  if (!found[1] || found[2].indexOf(':') < 0) return found[2];
  return found[2].split(':').map((half) => Math.floor(('0x' + half) / 256) + '.' + ('0x' + half) % 256).join('.');
}).filter((ip) => {
  const isOther = ip.match('^(0|10|127|22[4-9]|2[3-5][0-9]|100[.](6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])|169[.]254|172[.](1[6-9]|2[0-9]|3[01])|192[.]168)[.]|[.]$|::[^,]*::|:::|[^:]:$');
  return !isOther && ip.match('^(([1-9]?[0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])([.]|$)){4}$|^[23][0-9A-Fa-f]{3}(:[0-9A-Fa-f]{0,4}){2,7}$') && ip.match('[.]|::|(:[^:]*){7}');
})[0];
const personal = (given) => given.match('[@+%]') && spaced(given).match('[^#?&;=/]*([^ @#?&;=/](@|%(25)*40)[^ @#?&;=/]+[.][A-Za-z]{2,}|([+]|%(25)*2[Bb])[1-9]([-+0-9()./ \u200b-\u2015\u202a-\u202e]|%(25)*(20|2[Bb]|C2%(25)*A0)){6,}[0-9])[^#?&;=/]*');
const impersonal = (value) => {
  const given = filled(value);
  return personal(given) ? '' : given;
};
const chars = (given, form) => given.split('').filter((c) => c.match(form)).join('');
const squeeze = (given) => chars(spaced(given.toLowerCase()), '[^ !-/:-@[-`{-~’‘–—´ʼ“”„·・]');
const postcode = (given) => {
  const code = given.trim();
  return squeeze(code.match('^[0-9]{5}[- ]?[0-9]{4}$') ? code.substring(0, 5) : code);
};
const letters = (given) => chars(squeeze(given), '[^0-9]');
const capitals = (known, start) => {
  const place = known.toLowerCase().indexOf(start);
  return place < 0 ? '' : chars(known.substring(place).split(' ')[1], '[A-Z]').toLowerCase();
};
const region = (given) => {
  const name = letters(given).replace('québec', 'quebec');
  const known = ' ALabama AlasKa AriZona ARkansas CAlifornia COlorado ConnecticuT DElaware DistrictofColumbia FLorida GeorgiA HawaiI IDaho ILlinois INdiana IowA KansaS KentuckY LouisianA MainE MarylanD MAssachusetts MIchigan MiNnesota MiSsissippi MissOuri MonTana NEbraska NeVada NewHampshire NewJersey NewMexico NewYork NorthCarolina NorthDakota OHio OKlahoma ORegon PennsylvaniA RhodeIsland SouthCarolina SouthDakota TeNnessee TeXas UTah VermonT VirginiA WAshington WestVirginia WIsconsin WYoming AlBerta BritishColumbia ManitoBa NewBrunswick NewfoundLandandlabrador NorthwestTerritories NovaScotia NUnavut ONtario PrinceEdwardisland QuebeC SasKatchewan YukonTerritory ';
  return capitals(known, ' ' + (name === 'yukon' ? 'yukonterritory' : name) + ' ') || name;
};
const nation = (given) => {
  const name = letters(given);
  if (name === 'uk' || name === 'unitedkingdom') return 'gb';
  if (name.indexOf('unitedstates') === 0) return 'us';
  if (name.match('^[a-z]{2}$')) return name;
  if (name.length === 3) return capitals(' AuT BEl BGr HRv CYp CZe DnK estEE FIn FRa DEu GRc HUn irlIE ITa LVa LTu LUx MlT NLd PoL PrT ROu SvK svnSI ESp SwE GBr NOr CHe ISl LIe TuR ukrUA srbRS bihBA ALb MDa RUs USa CAn MeX BRa ARg ChL COl PEr ECu UrY CRi PAn ChN JPn KoR INd IDn THa VNm MYs SGp PHl HKg TWn isrIL ArE SAu QAt KWt PaK KaZ AUs NZl ZAf EGy MAr NGa KEn', ' ' + name);
};

const user = {};
put(user, 'em', hashAll(email), [data.em]);
put(user, 'em', hashAll(), [data.em_sha256]);
put(user, 'ph', hashAll(phone('', '49', '^(?:(?:[+]|00)?49(?:0)?|0)?([1-9][0-9]{5,11})$')), [data.ph]);
put(user, 'external_id', hashAll(reference), [data.external_id]);
put(user, 'fbc', fbc([data.fbc_2, data.fbc_3]), [data.fbc, data.fbc_2, data.fbc_3]);
put(user, 'fbp', composite, [data.fbp, data.fbp_2]);
put(user, 'client_ip_address', address, [data.client_ip_address]);
put(user, 'client_user_agent', impersonal, [data.client_user_agent]);
put(user, 'fn', hashAll(squeeze), [data.fn, data.fn_2]);
put(user, 'ln', hashAll(squeeze), [data.ln, data.ln_2]);
put(user, 'zp', hashAll(postcode), [data.zp, data.zp_2]);
put(user, 'ct', hashAll(letters), [data.ct, data.ct_2]);
put(user, 'st', hashAll(region), [data.st, data.st_2]);
put(user, 'country', hashAll(nation), [data.country, data.country_2]);
return {user: user, unusable: unusable};



___TESTS___

scenarios:
- name: Has every value in Meta's form
  code: |-
    const found = runCode(input);
    const expected = {"user":{"em":["ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976"],"ph":["cc45d5ab8d37d23adc9432538f8231dce7d8c504960257fabf06990af2a480e2"],"external_id":["aa0acf0dfa3daff130c91a9efefbafd8282c6c87b82c2fc7a2e6322fedca336a"],"fbc":"fb.1.1767225500000.IwAR2F4-dbP0l7","fbp":"fb.1.1767225500000.1116446470","client_ip_address":"203.0.113.7","client_user_agent":"example client_user_agent","fn":["81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2"],"ln":["81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2"],"zp":["1dc694c2070e697769fb959b50671d76cafd430d8ca191fbdd0affcaea344ac5"],"ct":["350c754ba4d38897693aa077ef43072a859d23f613443133fecbbd90a3512ca5"],"st":["52b07f18c831ba4b08ba0b8bc84c6e023a825dfd385d20d8dcbf410d11c546e7"],"country":["959a45d44e6fcf58361ed004681556fe50129f2109e817dec098c00c9e5d2578"]},"unusable":[]};
    assertThat(found).isEqualTo(expected);
- name: Leaves out what is missing or has the wrong form
  code: |-
    [undefined, {}, [], null, false, '', ' ', 'undefined', 'null', 'NaN', '(not set)', '(none)', '[object Object]', '{{Event ID}}', '__CLICKID__', '{click_id}', '[CLICKID]', '%%CLICKID%%', '${clickId}', '-', '\\N', 'Invalid Date', 'function () {}'].forEach((rubbish) => {
      [(value) => { input.em = value; }, (value) => { input.ph = value; }, (value) => { input.external_id = value; }, (value) => { input.fbc = value; }, (value) => { input.fbp = value; }, (value) => { input.client_ip_address = value; }, (value) => { input.client_user_agent = value; }, (value) => { input.fn = value; }, (value) => { input.ln = value; }, (value) => { input.zp = value; }, (value) => { input.ct = value; }, (value) => { input.st = value; }, (value) => { input.country = value; }].forEach((assign) => assign(rubbish));
      const found = runCode(input);
      assertThat(JSON.stringify(found.user)).isEqualTo('{}');
    });
- name: Hashes once, a digest passes in lower case
  code: |-
    const assign = (value) => { input.em = value; };
    assign('FF8D9819FC0E12BF0D24892E45987E249A28DCE836A85CAD60E28EAAA8C6D976');
    assertThat(runCode(input).user.em).isEqualTo(['ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976']);
    assign(['Alice@Example.com', 'alice@example.com', 'no address']);
    assertThat(runCode(input).user.em).isEqualTo(['ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976']);
    assign({0: 'ALICE@EXAMPLE.COM', 1: 'ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976'});
    assertThat(runCode(input).user.em).isEqualTo(['ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976']);
- name: Lets no e-mail address and no phone number out in plain text
  code: |-
    ['jane.doe@example.com', 'https://shop.example.com/?q=jane.doe%40example.com&p=%2B49%201555%2000123#a'].forEach((given) => {
      [(value) => { input.client_user_agent = value; }].forEach((assign) => assign(given));
      texts.push(JSON.stringify(runCode(input)));
    });
    texts.forEach((text) => {
      assertThat(text.indexOf('jane.doe')).isEqualTo(-1);
      assertThat(text.indexOf('1555')).isEqualTo(-1);
    });
setup: |-
  const JSON = require('JSON');
  let input = {};
  const texts = [];
  mock('getTimestampMillis', 1767225600000);
  input.em = " Alice@Example.com ";
  input.ph = "+49 (0)5550 100-123";
  input.external_id = "User-4711X ";
  input.fbc = "fb.1.1767225500000.IwAR2F4-dbP0l7";
  input.fbp = "fb.1.1767225500000.1116446470";
  input.client_ip_address = "203.0.113.7, 198.51.100.2";
  input.client_user_agent = "example client_user_agent";
  input.fn = " Jane ";
  input.ln = " Jane ";
  input.zp = "M1 1AE";
  input.ct = "New York";
  input.st = "Bayern";
  input.country = "DE";


___NOTES___

Made by Tagwright from the plan 'Shop': change the plan, not this.


