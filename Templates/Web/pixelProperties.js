// What the rows of a tag say of an event, in the form that the server sends: of the rows of one name, the first with
// a usable value counts.
const pixelProperties = (rows, sumsUp) => {
  const forms = {text: impersonal, number: number, integer: integer, texts: texts, currency: currency, content_type: contentType};
  const found = {};
  let products = [];
  (rows || []).forEach((row) => {
    const isContents = row.type === 'contents';
    if (isContents) products = items(row.value);
    keep(found, row.name, isContents ? contents(found.content_type || 'product') : forms[row.type] || impersonal, row.value);
  });
  if (sumsUp && found.contents) {
    keep(found, 'value', number, total(found.contents));
    products.forEach((product) => keep(found, 'currency', currency, product.currency));
  }
  return found;
};
