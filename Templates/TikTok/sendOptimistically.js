// The tag has succeeded as soon as the request is on its way; what TikTok answers is only logged.
const sendOptimistically = (body, token) => {
  sendHttpRequest('https://business-api.tiktok.com/open_api/v1.3/event/track/', {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Access-Token': token},
    timeout: 10000
  }, JSON.stringify(body)).then((response) => {
    const answer = parse(response.body) || {};
    const message = (text(answer.message) || '').split(token).join('***');
    log({Type: 'Response', ResponseStatusCode: response.statusCode, ResponseCode: answer.code, ResponseMessage: message});
  }).catch((error) => {
    log({Type: 'Response', ResponseMessage: error && error.reason});
  });
  data.gtmOnSuccess();
};
