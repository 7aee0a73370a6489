// Calls one pixel alone, whatever others the page has; an event of a site's own has another command.
const trackSingle = (pixel, event, properties, options) => {
  if ([STANDARD].indexOf(event) < 0) callInWindow('fbq', 'trackSingleCustom', pixel, event, properties, options);
  else callInWindow('fbq', 'trackSingle', pixel, event, properties, options);
};
