// The id of a lead from one of LinkedIn's forms, behind what all of them begin with.
const leadForm = (value) => {
  const found = impersonal(value).match('^(urn:li:leadGenFormResponse:)?([A-Za-z0-9_-]+)$');
  return found && 'urn:li:leadGenFormResponse:' + found[2];
};
