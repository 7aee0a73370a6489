// The pixel of the page is called, and where there is none the tag fails.
if (getType(copyFromWindow('FUNCTION')) !== 'function') return data.gtmOnFailure();
CALLING
data.gtmOnSuccess();
