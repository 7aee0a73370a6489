// The tag succeeded only if TikTok took the event.
const finish = (taken) => {
  if (taken) data.gtmOnSuccess();
  else data.gtmOnFailure();
};
