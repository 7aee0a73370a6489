const element = (name, text, parent, kind) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = visible(text);
  if (kind) made.className = kind;
  if (parent) parent.append(made);
  return made;
};

// Characters that cannot be seen, and those that turn the direction of others, are spelt out.
const visible = (text) => String(text).replace(
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g,
  (one) => '\\u{' + one.codePointAt(0).toString(16).toUpperCase() + '}');

const counted = (count, noun) => count + ' ' + noun + (count === 1 ? '' : 's');

const read = (id) => {
  const holder = document.getElementById(id);
  return holder && JSON.parse(holder.textContent);
};
