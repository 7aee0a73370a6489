// What the pixel's library finds in the window: itself, its pixels, when they were loaded and their options. Calls of a
// pixel that has loaded; one that has not finds them in its queue, in the form of its own base code.
const queue = createQueue('ttq');
setInWindow('TiktokAnalyticsObject', 'ttq', false);
setInWindow('ttq._i', {}, false);
setInWindow('ttq._i.PIXEL', [], false);
setInWindow('ttq._i.PIXEL._u', 'https://analytics.tiktok.com/i18n/pixel/events.js', false);
setInWindow('ttq._t', {}, false);
setInWindow('ttq._t.PIXEL', getTimestampMillis(), false);
setInWindow('ttq._o', {}, false);
setInWindow('ttq._o.PIXEL', {}, false);

const isKnown = Object.keys(person).length > 0;
if (getType(copyFromWindow('ttq.track')) === 'function') {
  if (isKnown) callInWindow('ttq.identify', person);
  callInWindow('ttq.track', event, properties, options);
} else {
  if (isKnown) queue(['identify', person]);
  queue(['track', event, properties, options]);
}
injectScript('https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=PIXEL&lib=ttq', data.gtmOnSuccess, data.gtmOnFailure, 'ttq-PIXEL');
