// A parameter of the page's address or of a referrer's on the same host.
const urlParameter = (name) => pageParameter(name, getEventData('page_location'), getEventData('page_referrer'));
