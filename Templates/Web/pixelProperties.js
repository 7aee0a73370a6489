// What the rows of a tag say of an event, in the form that the server sends: of the rows of one name, the first with
// a usable value counts. Products stand in for a value or a currency that is missing, never for an unreadable one.
const pixelProperties = (rows, sumsUp, event) => {
  const forms = {text: impersonal, id: unique, number: number, integer: integer, texts: texts, currency: currency, content_type: contentType};
  const found = {};
  const kind = {content_type: undefined};
  let products = [];
  (rows || []).forEach((row) => {
    const isContents = row.type === 'contents';
    if (isContents) products = items(row.value);
    keep(row.type === 'content_type' ? kind : found, row.name, isContents ? contents(kind.content_type || 'product') : forms[row.type] || impersonal, row.value);
  });
  if (found.contents) {
    found.content_type = kind.content_type || 'product';
    const has = (name, isUsable) => (rows || []).some((row) => row.name === name && (!isUsable || !missing(row.value)));
    if (sumsUp && !has('value', true)) keep(found, 'value', number, total(found.contents));
    if (sumsUp && !has('currency', true)) products.forEach((product) => keep(found, 'currency', currency, product.currency));
    DERIVED
  }
  return PAIRED ? found : without(found, 'value');
};
