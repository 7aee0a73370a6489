// Tag Manager's own preview pages are no visits.
const isPreviewPage = () => makeString(getEventData('page_location')).indexOf('https://gtm-msr.appspot.com/') === 0;
