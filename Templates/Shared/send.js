// TikTok answers errors with HTTP 200 too: the code inside the body decides.
const send = (body, token, finish) => {
  log({Type: 'Request', RequestMethod: 'POST', RequestUrl: 'https://business-api.tiktok.com/open_api/v1.3/event/track/'});
  sendHttpRequest('https://business-api.tiktok.com/open_api/v1.3/event/track/', {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Access-Token': token}
  }, JSON.stringify(body)).catch((error) => error || {}).then((response) => {
    const answer = parse(response.body) || {};
    const message = [answer.code, answer.message, response.reason].map(text).join(' ').split(token).join('***');
    log({Type: 'Response', ResponseStatusCode: response.statusCode, ResponseMessage: message.trim()});
    finish(answer.code === 0 && response.statusCode < 300);
  });
};
