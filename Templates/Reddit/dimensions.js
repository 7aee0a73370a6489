// GA4's screen resolution, such as 1920x1080, as width and height.
const dimensions = (value) => {
  const found = text(value).match('^([1-9][0-9]{0,4})x([1-9][0-9]{0,4})$');
  return found ? {width: found[1] * 1, height: found[2] * 1} : undefined;
};
