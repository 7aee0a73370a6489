// Console lines name what was sent, never a token or a person's data.
const log = (entry) => {
  entry.Name = SERVICE;
  entry.EventName = EVENT;
  entry.TraceId = getRequestHeader('trace-id');
  logToConsole(JSON.stringify(entry));
};
