// The function that the pixel's base code puts on a page; a page that has it keeps its own.
const isThere = getType(copyFromWindow('FUNCTION')) === 'function';
if (!isThere) {
  setInWindow('FUNCTION', function(first, second, third, fourth) {
    HANDLINGcallInWindow('FUNCTION.QUEUE.push', RECORD);
  }, true);
  createQueue('FUNCTION.QUEUE');
}
// The first tag of a page initialises the pixel, unless the page's own code has done so.
const known = copyFromWindow('tagwrightPixels') || [];
const isQueued = (copyFromWindow('FUNCTION.QUEUE') || []).some((entry) => text(entry[1]) === pixel);
if (known.indexOf('FUNCTION ' + pixel) < 0 && !isQueued) {
  INITIALISING
  setInWindow('tagwrightPixels', known.concat(['FUNCTION ' + pixel]), true);
}
CALLING
if (isThere) return data.gtmOnSuccess();
injectScript('LIBRARY', data.gtmOnSuccess, data.gtmOnFailure, 'FUNCTION');
