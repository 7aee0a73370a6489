// Ends the tag before anything is sent.
const quit = (reason, end) => {
  log({Type: 'Message', Message: 'not sent: ' + reason});
  end();
};
