// TikTok answers errors with HTTP 200 too: the code inside the body decides.
const send = (body, token) => {
  log({Type: 'Request', RequestMethod: 'POST', RequestUrl: 'https://business-api.tiktok.com/open_api/v1.3/event/track/'});
  sendHttpRequest('https://business-api.tiktok.com/open_api/v1.3/event/track/', {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Access-Token': token},
    timeout: 10000
  }, JSON.stringify(body)).then((response) => {
    const answer = parse(response.body) || {};
    const message = (text(answer.message) || '').split(token).join('***');
    log({Type: 'Response', ResponseStatusCode: response.statusCode, ResponseCode: answer.code, ResponseMessage: message});
    if (answer.code === 0 && response.statusCode < 300) data.gtmOnSuccess();
    else data.gtmOnFailure();
  }).catch((error) => {
    log({Type: 'Response', ResponseMessage: error && error.reason});
    data.gtmOnFailure();
  });
};
