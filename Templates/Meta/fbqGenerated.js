// The function that the pixel's base code puts on a page; a page that has it keeps its own.
const isThere = getType(copyFromWindow('fbq')) === 'function';
if (!isThere) {
  setInWindow('fbq', function() {
    if (copyFromWindow('fbq.callMethod.apply')) callInWindow('fbq.callMethod.apply', null, arguments);
    else callInWindow('fbq.queue.push', arguments);
  }, true);
  createQueue('fbq.queue');
  aliasInWindow('_fbq', 'fbq');
}
// A second initialisation counts as a duplicate pixel, whoever made the first.
const known = copyFromWindow('_fbq_gtm_ids') || [];
const isQueued = (copyFromWindow('fbq.queue') || []).some((call) => call[0] === 'init' && text(call[1]) === pixel);
const isLoaded = ((callInWindow('fbq.getState') || {}).pixels || []).some((other) => text(other.id) === pixel);
CONSENTif (known.indexOf(pixel) < 0 && !isQueued && !isLoaded) {
  SETTINGScallInWindow('fbq', 'init', pixel, person);
  setInWindow('_fbq_gtm_ids', known.concat([pixel]), true);
}
trackSingle(pixel, event, properties, options);
if (isThere) return data.gtmOnSuccess();
injectScript('https://connect.facebook.net/en_US/fbevents.js', data.gtmOnSuccess, data.gtmOnFailure, 'fbq');
