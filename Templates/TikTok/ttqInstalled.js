// The pixel of the page is called, and where there is none the tag fails.
if (getType(copyFromWindow('ttq.track')) !== 'function') return data.gtmOnFailure();
if (Object.keys(person).length > 0) callInWindow('ttq.identify', person);
callInWindow('ttq.track', event, properties, options);
data.gtmOnSuccess();
