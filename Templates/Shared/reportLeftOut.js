// Says which values did not have a form that can be sent; never what they were.
const reportLeftOut = () => {
  const names = [];
  for (const name in leftOut) if (leftOut[name]) names.push(name);
  if (names.length) log({Type: 'Message', Message: 'left out for their form: ' + names.join(', ')});
};
