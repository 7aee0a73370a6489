// A tag that cannot send says why.
const refuse = (reason) => {
  log({Type: 'Message', Message: 'not sent: ' + reason});
  data.gtmOnFailure();
};
