// TikTok answers errors with HTTP 200 too; the code inside the body decides.
const send = (body, token) => {
  const url = 'https://business-api.tiktok.com/open_api/v1.3/event/track/';
  const headers = {'Content-Type': 'application/json', 'Access-Token': token};
  log({Type: 'Request', RequestMethod: 'POST', RequestUrl: url});
  return sendHttpRequest(url, {method: 'POST', headers: headers, timeout: 10000}, JSON.stringify(body)).then((response) => {
    const answer = parse(response.body) || {};
    log({Type: 'Response', ResponseStatusCode: response.statusCode, ResponseCode: answer.code, ResponseMessage: makeString(answer.message).split(token).join('***')});
    return answer.code === 0 && response.statusCode < 300;
  });
};
