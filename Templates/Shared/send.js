// Sends the body; the answer's own words decide whether the event was taken, whatever the status. The token stands in no line of the log.
const send = (body, token, succeed, fail) => {
  const url = ADDRESS;
  log({Type: 'Request', RequestMethod: 'POST', RequestUrl: url});
  sendHttpRequest(urlTOKEN, OPTIONS, JSON.stringify(body)).catch((error) => error || {}).then((response) => {
    const answer = parse(response.body) || {};
    const message = [MESSAGE, response.reason].map(text).join(' ').split(token).join('***');
    log({Type: 'Response', ResponseStatusCode: response.statusCode, ResponseMessage: message.trim()});
    return ACCEPTED ? succeed() : fail();
  });
};
