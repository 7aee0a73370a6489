// The id of the current event: the order's number, or the page's own number and the event's number on the page.
// The page's number is made once and kept in the window, where every tag finds it. Without a number of the event
// there is no id, since the same id for two events would make the second one vanish.
const eventID = (order) => {
  const given = own(filled(order));
  if (given) return given;
  const event = copyFromDataLayer('gtm.uniqueEventId');
  if (getType(event) !== 'number') return;
  if (!copyFromWindow('tagwrightPageLoad')) {
    setInWindow('tagwrightPageLoad', getTimestampMillis() + '.' + generateRandom(100000000, 999999999), true);
  }
  return copyFromWindow('tagwrightPageLoad') + '.' + event;
};
