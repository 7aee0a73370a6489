___INFO___

{
  "type": "MACRO",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Reddit User Data",
  "description": "Who the person is, in the form that Reddit Conversions API takes.",
  "containerContexts": [
    "SERVER"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "email",
    "displayName": "E-mail",
    "simpleValueType": true,
    "help": "Comes from event data \u0027user_data.email_address\u0027."
  },
  {
    "type": "TEXT",
    "name": "email_sha256",
    "displayName": "E-mail, SHA-256",
    "simpleValueType": true,
    "help": "Comes from event data \u0027user_data.sha256_email_address\u0027."
  },
  {
    "type": "TEXT",
    "name": "phone_number",
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
    "name": "click_id",
    "displayName": "Click id",
    "simpleValueType": true,
    "help": "Comes from URL parameter \u0027rdt_cid\u0027."
  },
  {
    "type": "TEXT",
    "name": "click_id_2",
    "displayName": "Click id, choice 2",
    "simpleValueType": true,
    "help": "Taken where the fields above have no usable value; comes from cookie \u0027_rdt_cid\u0027."
  },
  {
    "type": "TEXT",
    "name": "click_id_3",
    "displayName": "Click id, choice 3",
    "simpleValueType": true,
    "help": "Taken where the fields above have no usable value; comes from event data \u0027rdt_cid\u0027."
  },
  {
    "type": "TEXT",
    "name": "uuid",
    "displayName": "Browser id",
    "simpleValueType": true,
    "help": "Comes from cookie \u0027_rdt_uuid\u0027."
  },
  {
    "type": "TEXT",
    "name": "uuid_2",
    "displayName": "Browser id, choice 2",
    "simpleValueType": true,
    "help": "Taken where the fields above have no usable value; comes from event data \u0027rdt_uuid\u0027."
  },
  {
    "type": "TEXT",
    "name": "ip_address",
    "displayName": "IP address",
    "simpleValueType": true,
    "help": "Comes from event data \u0027ip_override\u0027."
  },
  {
    "type": "TEXT",
    "name": "user_agent",
    "displayName": "User agent",
    "simpleValueType": true,
    "help": "Comes from event data \u0027user_agent\u0027."
  }
]


___SANDBOXED_JS_FOR_SERVER___

const Math = require('Math');
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
const hashFirst = (normalise) => (value) => digests(value, normalise)[0];
const spaced = (given) => given.split('').map((c) => '0123456789+--().,/'.charAt('０１２３４５６７８９＋－−（）．，／'.indexOf(c)) || c.trim() || ' ').join('');
const email = (given) => spaced(given).match('^[^@ ",:;<>()]+@[^@ ",:;<>()]*[^@ ",:;<>().]$') && given.toLowerCase();
const chars = (given, form) => given.split('').filter((c) => c.match(form)).join('');
const mailbox = (given) => {
  const parts = (email(given) || '').split('@');
  const local = chars(parts[0].split('+')[0], '[a-z0-9]');
  return local && local + '@' + parts[1];
};
const shared = '^(none|true|false|unknown|anonymous|guest|unset|-?infinity)$';
const own = (given) => given.toLowerCase().match(shared) ? '' : given;
const phone = (prefix, country, own) => (given) => {
  const written = spaced(given.toLowerCase()).match('^(tel:)?([-+0-9()/. \u200b-\u2015\u202a-\u202e]+)((;?ext[.=]?|x|#) *[0-9]+)?$') || ['', '', ''];
  const dialled = written[2].replace('(0)', '').split('').filter((c) => c.match('[+0-9]')).join('');
  const found = dialled.match(own);
  const foreign = dialled.match('^([+]|00)([1-9][0-9]{6,14})$');
  return found ? prefix + country + found[1] : foreign && prefix + foreign[2];
};
const personal = (given) => given.match('[@+%]') && spaced(given).match('[^#?&;=/]*([^ @#?&;=/](@|%(25)*40)[^ @#?&;=/]+[.][A-Za-z]{2,}|([+]|%(25)*2[Bb])[1-9]([-+0-9()./ \u200b-\u2015\u202a-\u202e]|%(25)*(20|2[Bb]|C2%(25)*A0)){6,}[0-9])[^#?&;=/]*');
const impersonal = (value) => {
  const given = filled(value);
  return personal(given) ? '' : given;
};
const unique = (value) => own(impersonal(value));
const identifier = (value) => (unique(value).match('^[!-~]+$') || [])[0];
const address = (value) => text(value).split(',').map((hop) => {
  const found = hop.trim().match('^"?\\[?(::[Ff]{4}:)?([0-9]+[.][0-9.]+|[0-9A-Fa-f:]+)(\\]?:[0-9]+|\\])?"?$') || ['', '', ''];
  if (!found[1] || found[2].indexOf(':') < 0) return found[2];
  return found[2].split(':').map((half) => Math.floor(('0x' + half) / 256) + '.' + ('0x' + half) % 256).join('.');
}).filter((ip) => {
  const isOther = ip.match('^(0|10|127|22[4-9]|2[3-5][0-9]|100[.](6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])|169[.]254|172[.](1[6-9]|2[0-9]|3[01])|192[.]168)[.]|[.]$|::[^,]*::|:::|[^:]:$');
  return !isOther && ip.match('^(([1-9]?[0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])([.]|$)){4}$|^[23][0-9A-Fa-f]{3}(:[0-9A-Fa-f]{0,4}){2,7}$') && ip.match('[.]|::|(:[^:]*){7}');
})[0];

const user = {};
const event = {};
put(user, 'email', hashFirst(mailbox), [data.email]);
put(user, 'email', hashFirst(), [data.email_sha256]);
put(user, 'phone_number', hashFirst(phone('+', '49', '^(?:(?:[+]|00)?49(?:0)?|0)?([1-9][0-9]{5,11})$')), [data.phone_number]);
put(user, 'external_id', hashFirst(own), [data.external_id]);
put(event, 'click_id', identifier, [data.click_id, data.click_id_2, data.click_id_3]);
put(user, 'uuid', identifier, [data.uuid, data.uuid_2]);
put(user, 'ip_address', address, [data.ip_address]);
put(user, 'user_agent', impersonal, [data.user_agent]);
return {user: user, event: event, unusable: unusable};



___TESTS___

scenarios:
- name: Has every value in Reddit's form
  code: |-
    const found = runCode(input);
    const expected = {"user":{"email":"ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976","phone_number":"4a73a15f40c129ae222dce023322f4531f32422756ba24094be23fa6b88e7b19","external_id":"80fba0ae1c48e3978e43e4efc365e14e12ea0c830ba8ba5b9a2dafc7e3f2ab8b","uuid":"E.C.P.example","ip_address":"203.0.113.7","user_agent":"example user_agent"},"event":{"click_id":"E.C.P.example"},"unusable":[]};
    assertThat(found).isEqualTo(expected);
- name: Leaves out what is missing or has the wrong form
  code: |-
    [undefined, {}, [], null, false, '', ' ', 'undefined', 'null', 'NaN', '(not set)', '(none)', '[object Object]', '{{Event ID}}', '__CLICKID__', '{click_id}', '[CLICKID]', '%%CLICKID%%', '${clickId}', '-', '\\N', 'Invalid Date', 'function () {}'].forEach((rubbish) => {
      [(value) => { input.email = value; }, (value) => { input.phone_number = value; }, (value) => { input.external_id = value; }, (value) => { input.click_id = value; }, (value) => { input.uuid = value; }, (value) => { input.ip_address = value; }, (value) => { input.user_agent = value; }].forEach((assign) => assign(rubbish));
      const found = runCode(input);
      assertThat(JSON.stringify(found.user)).isEqualTo('{}');
      assertThat(JSON.stringify(found.event)).isEqualTo('{}');
    });
- name: Hashes once, a digest passes in lower case
  code: |-
    const assign = (value) => { input.email = value; };
    assign('FF8D9819FC0E12BF0D24892E45987E249A28DCE836A85CAD60E28EAAA8C6D976');
    assertThat(runCode(input).user.email).isEqualTo('ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976');
    assign(['Alice@Example.com', 'alice@example.com', 'no address']);
    assertThat(runCode(input).user.email).isEqualTo('ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976');
    assign({0: 'ALICE@EXAMPLE.COM', 1: 'ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976'});
    assertThat(runCode(input).user.email).isEqualTo('ff8d9819fc0e12bf0d24892e45987e249a28dce836a85cad60e28eaaa8c6d976');
- name: Lets no e-mail address and no phone number out in plain text
  code: |-
    ['jane.doe@example.com', 'https://shop.example.com/?q=jane.doe%40example.com&p=%2B49%201555%2000123#a'].forEach((given) => {
      [(value) => { input.user_agent = value; }].forEach((assign) => assign(given));
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
  input.email = " Al.Ice+shop@Example.com ";
  input.phone_number = "+49 (0)5550 100-123";
  input.external_id = "user_123";
  input.click_id = "E.C.P.example";
  input.uuid = "E.C.P.example";
  input.ip_address = "203.0.113.7, 198.51.100.2";
  input.user_agent = "example user_agent";


___NOTES___

Made by Tagwright from the plan 'Shop': change the plan, not this.


