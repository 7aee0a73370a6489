// A line of the log in words.
const note = (message) => log({Type: 'Message', Message: message});
