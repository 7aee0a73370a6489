// A tag without consent ends well, and has done nothing.
const stop = (type) => {
  log({Type: 'Message', Message: 'not sent: no consent to ' + type});
  data.gtmOnSuccess();
};
