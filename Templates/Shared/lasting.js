// The options of a first-party cookie that the site's scripts may read, too.
const lasting = (seconds) => ({domain: 'auto', path: '/', 'max-age': seconds, secure: true, samesite: 'lax'});
