// The pixel of the page is called, and where there is none the tag fails.
const pixel = text(data.pixel_code);
const event = text(data.event);
if (!pixel || !event) return data.gtmOnFailure();
if (getType(copyFromWindow('ttq.track')) !== 'function') return data.gtmOnFailure();
const options = {pixel_code: pixel};
keep(options, 'event_id', impersonal, data.event_id);
const properties = pixelProperties(data.properties, SUMS);
const person = pixelPerson(data.person, PHONE);
const isKnown = Object.keys(person).length > 0;
if (isKnown) callInWindow('ttq.identify', person);
callInWindow('ttq.track', event, properties, options);
data.gtmOnSuccess();
