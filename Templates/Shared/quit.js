// Ends the tag before anything is sent.
const quit = (reason, end) => {
  note('not sent: ' + reason);
  end();
};
