// Imitates Tag Manager's sandbox on another JavaScript engine: reads cases from standard input, writes what became of them.
'use strict';
const vm = require('vm');
const crypto = require('crypto');
const fs = require('fs');

const host = {
  sha256: (text) => crypto.createHash('sha256').update(text, 'utf8').digest('hex'),
  url: (text) => {
    if (!URL.canParse(text)) return undefined;
    const url = new URL(text);
    const searchParams = {};
    for (const name of new Set(url.searchParams.keys())) {
      const values = url.searchParams.getAll(name);
      searchParams[name] = values.length > 1 ? values : values[0];
    }
    const {href, origin, protocol, username, password, hostname, port, pathname, search, hash} = url;
    return JSON.stringify({href, origin, protocol, username, password, host: url.host, hostname, port, pathname, search, searchParams, hash});
  },
};

// Runs in a realm of its own, in which nothing is left but what sandboxed JavaScript has.
function realm(host) {
  const {keys, values, entries, freeze, defineProperty, getOwnPropertyNames} = Object;
  const {abs, ceil, floor, max, min, pow, round, sqrt, trunc} = Math;
  const {parse, stringify} = JSON;
  const NativeString = String, NativeNumber = Number, NativeRegExp = RegExp, NativeFunction = Function;
  const NativePromise = Promise, NativeError = Error, isArray = Array.isArray, decode = decodeURIComponent;
  const encode = encodeURIComponent;

  const keep = (prototype, names) => {
    for (const name of getOwnPropertyNames(prototype)) {
      if (names.indexOf(name) < 0) delete prototype[name];
    }
  };
  keep(Array.prototype, ['length', 'concat', 'every', 'filter', 'forEach', 'indexOf', 'join', 'lastIndexOf', 'map', 'pop',
    'push', 'reduce', 'reduceRight', 'reverse', 'shift', 'slice', 'some', 'sort', 'splice', 'toString', 'unshift']);
  keep(String.prototype, ['length', 'charAt', 'concat', 'indexOf', 'lastIndexOf', 'match', 'replace', 'search', 'slice',
    'split', 'substring', 'toLowerCase', 'toLocaleLowerCase', 'toString', 'toUpperCase', 'toLocaleUpperCase', 'trim']);
  keep(Number.prototype, ['toString']);
  keep(Boolean.prototype, ['toString']);
  keep(Function.prototype, []);
  keep(Object.prototype, ['toString', 'hasOwnProperty']);
  keep(Promise.prototype, ['then', 'catch', 'finally', 'constructor']);
  const everything = globalThis;
  for (const name of getOwnPropertyNames(everything)) {
    if (['undefined', 'NaN', 'Infinity'].indexOf(name) < 0) delete everything[name];
  }

  const getType = (value) => value === null ? 'null' : isArray(value) ? 'array' : typeof value;
  const copy = (value) => {
    if (isArray(value)) return value.map(copy);
    if (getType(value) !== 'object') return value;
    const result = {};
    for (const key of keys(value)) defineProperty(result, key, {value: copy(value[key]), writable: true, enumerable: true, configurable: true});
    return result;
  };

  // A text may stand for what JSON has no word for.
  const revived = (value) => {
    if (value === '\uE001') return NaN;
    if (value === '\uE001\uE001') return '\uE001';
    if (getType(value) === 'string') return value.split('\uE000').join('\uD800');
    if (isArray(value)) return value.map(revived);
    if (getType(value) === 'object') {
      for (const key of keys(value)) value[key] = revived(value[key]);
    }
    return value;
  };

  const permissionValue = (value) => {
    if (value.type === 2) return (value.listItem || []).map(permissionValue);
    if (value.type === 8) return value.boolean;
    if (value.type !== 3) return value.string;
    const result = {};
    value.mapKey.forEach((key, place) => { result[key.string] = permissionValue(value.mapValue[place]); });
    return result;
  };
  const permissions = (list) => {
    const result = {};
    (list || []).forEach((entry) => {
      const parameters = {};
      entry.instance.param.forEach((parameter) => { parameters[parameter.key] = permissionValue(parameter.value); });
      result[entry.instance.key.publicId] = parameters;
    });
    return result;
  };
  const allow = (granted, text) => {
    if (!granted) throw new NativeError('permission denied: ' + text);
  };
  const need = (value, type, what) => {
    if (getType(value) !== type) throw new NativeError(what + ' is no ' + type);
  };
  // A star in a pattern stands for any text.
  const fits = (patterns, text) => (patterns || []).some((pattern) => {
    const parts = pattern.split('*').map((part) => part.replace(/[.+?^$(){}|[\]\\]/g, '\\$&'));
    return text.search(new NativeRegExp('^' + parts.join('.*') + '$')) === 0;
  });

  const eventValue = (data, path) => {
    let value = data;
    NativeString(path).split('.').forEach((key) => {
      const holds = (getType(value) === 'object' || isArray(value)) && keys(value).indexOf(key) >= 0;
      value = holds ? value[key] : undefined;
    });
    return copy(value);
  };

  // The APIs of one run. What the hit holds, what is asked for, and what came of it stand in `run`.
  const apis = (granted, run) => ({
    JSON: {
      parse: (text) => { try { return parse(text); } catch (error) { run.malformed.push(NativeString(text)); } },
      stringify: (value) => stringify(value),
    },
    Math: {abs, ceil, floor, max, min, pow, round, sqrt},
    Object: {keys, values, entries, freeze, delete: (object, key) => delete object[key]},
    getType,
    makeString: (value) => NativeString(value),
    makeNumber: (value) => NativeNumber(value),
    makeInteger: (value) => trunc(NativeNumber(value)) || 0,
    encodeUriComponent: (value) => encode(value),
    decodeUriComponent: (value) => { try { return decode(value); } catch (error) { return undefined; } },
    parseUrl: (text) => {
      const url = host.url(NativeString(text));
      return url === undefined ? undefined : parse(url);
    },
    sha256Sync: (text, options) => {
      need(text, 'string', 'the text to hash');
      if (options.outputEncoding !== 'hex') throw new NativeError('only hex is imitated');
      return host.sha256(text);
    },
    createRegex: (pattern, flags) => { try { return new NativeRegExp(pattern, flags || ''); } catch (error) { return null; } },
    testRegex: (regex, text) => NativeString(text).search(regex) >= 0,
    getTimestampMillis: () => 1767225600123,
    getEventData: (path) => {
      const access = granted.read_event_data;
      allow(access && (access.eventDataAccess === 'any' || fits(access.keyPatterns, path)), 'event data ' + path);
      return eventValue(run.hit.eventData, path);
    },
    getCookieValues: (name) => {
      const access = granted.get_cookies;
      allow(access && fits(access.cookieNames, name), 'cookie ' + name);
      const value = run.hit.cookies[name];
      if (value === undefined) return [];
      try { return [decode(value)]; } catch (error) { return [value]; }
    },
    getRequestHeader: (name) => {
      const access = granted.read_request;
      allow(access && access.headersAllowed && fits(access.headerWhitelist.map((row) => row.headerName), name), 'header ' + name);
      return run.hit.headers[name.toLowerCase()];
    },
    getRequestQueryParameter: (name) => {
      const access = granted.read_request;
      allow(access && access.queryParametersAllowed && fits(access.queryParameterWhitelist.map((row) => row.queryParameter), name), 'query ' + name);
      return run.hit.query[name];
    },
    logToConsole: (line) => {
      allow(granted.logging, 'logging');
      need(line, 'string', 'a log line');
      run.log.push(line);
    },
    setCookie: (name, value, options) => {
      const rows = (granted.set_cookies || {}).allowedCookies || [];
      allow(rows.some((row) => row.name === name && (row.path === '*' || row.path === options.path) && (row.secure === 'any' || options.secure === true)), 'to set ' + name);
      need(value, 'string', 'a cookie');
      encode(value);
      run.cookies.push({name: name, value: value, options: options});
    },
    sendHttpRequest: (url, options, body) => {
      allow(granted.send_http && fits(granted.send_http.urls, url), 'request ' + url);
      need(body, 'string', 'a body');
      run.requests.push({url: url, options: options, body: body});
      const answer = run.answer;
      return answer.reason ? NativePromise.reject({reason: answer.reason}) : NativePromise.resolve(answer);
    },
  });

  const compile = (parameters, code) => new NativeFunction(parameters, '"use strict";\n' + code);

  const run = (program, input) => {
    const record = {hit: revived(input.hit), answer: revived(input.answer), requests: [], cookies: [], log: [], malformed: [], succeeded: 0, failed: 0};
    const available = apis(program.permissions, record);
    const data = revived(input.fields);
    data.gtmOnSuccess = () => { record.succeeded++; };
    data.gtmOnFailure = () => { record.failed++; };
    const required = (name) => {
      if (keys(available).indexOf(name) < 0) throw new NativeError('no such API: ' + name);
      return available[name];
    };
    try {
      record.result = program.function(required, data);
    } catch (error) {
      record.thrown = NativeString(error);
    }
    return record;
  };

  const equal = (left, right) => {
    if (left === right) return true;
    if (getType(left) !== getType(right)) return false;
    if (isArray(left)) return left.length === right.length && left.every((element, place) => equal(element, right[place]));
    if (getType(left) !== 'object') return false;
    const names = keys(left);
    return names.length === keys(right).length && names.every((name) => keys(right).indexOf(name) >= 0 && equal(left[name], right[name]));
  };

  const scenario = (program, setup, code) => {
    const mocks = {};
    const calls = {};
    const record = {hit: {eventData: {}, cookies: {}, headers: {}, query: {}}, answer: {}, requests: [], cookies: [], log: [], malformed: []};
    const available = apis(program.permissions, record);
    const called = (name, api) => (...values) => {
      calls[name] = (calls[name] || []).concat([values]);
      return api(...values);
    };
    const required = (name) => {
      if (keys(mocks).indexOf(name) >= 0) return called(name, getType(mocks[name]) === 'function' ? mocks[name] : () => mocks[name]);
      if (keys(available).indexOf(name) < 0) throw new NativeError('no such API: ' + name);
      return getType(available[name]) === 'function' ? called(name, available[name]) : available[name];
    };
    const runCode = (input) => {
      const data = copy(input || {});
      data.gtmOnSuccess = called('gtmOnSuccess', () => {});
      data.gtmOnFailure = called('gtmOnFailure', () => {});
      return program.function(required, data);
    };
    const that = (holds, text) => { if (!holds) throw new NativeError(text); };
    const show = (value) => value === undefined ? 'undefined' : stringify(value);
    const assertThat = (actual) => ({
      isEqualTo: (expected) => that(equal(actual, expected), show(actual) + ' is not ' + show(expected)),
      hasLength: (length) => that(actual.length === length, 'length ' + actual.length + ' is not ' + length),
      isUndefined: () => that(actual === undefined, show(actual) + ' is not undefined'),
      isTrue: () => that(actual === true, show(actual) + ' is not true'),
      isFalse: () => that(actual === false, show(actual) + ' is not false'),
    });
    const assertApi = (name) => ({
      wasCalled: () => that(calls[name], name + ' was not called'),
      wasNotCalled: () => that(!calls[name], name + ' was called'),
    });
    try {
      compile('require, mock, assertThat, assertApi, runCode', setup + '\n' + code)(
        (name) => available[name], (name, value) => { mocks[name] = value; }, assertThat, assertApi, runCode);
    } catch (error) {
      return NativeString(error);
    }
    return '';
  };

  return (text) => {
    const input = parse(text);
    const programs = input.programs.map((program) =>
      ({function: compile('require, data', program.code), permissions: permissions(program.permissions)}));
    const runs = input.runs.map((one) => run(programs[one.program], one));
    const suites = input.suites.map((suite) =>
      suite.scenarios.map((code) => scenario(programs[suite.program], suite.setup, code)));
    return () => stringify({
      runs: runs.map((one) => ({
        result: one.result, thrown: one.thrown, succeeded: one.succeeded, failed: one.failed, requests: one.requests,
        cookies: one.cookies, log: one.log, malformed: one.malformed,
      })),
      suites: suites,
    });
  };
}

const context = vm.createContext(Object.create(null));
const cases = vm.runInContext('(' + realm.toString() + ')', context)(host);
const finish = cases(fs.readFileSync(0, 'utf8'));
setImmediate(() => process.stdout.write(finish()));
