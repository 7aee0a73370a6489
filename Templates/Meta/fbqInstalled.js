// The pixel of the page is called, and where there is none the tag fails.
if (getType(copyFromWindow('fbq')) !== 'function') return data.gtmOnFailure();
CONSENTtrackSingle(pixel, event, properties, options);
data.gtmOnSuccess();
